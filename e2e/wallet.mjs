// A wallet that nobody here wrote, as far as the protocol goes: it takes an offer and fetches the credential.
//
//   node wallet.mjs OFFER [--format ldp_vc|jwt_vc_json-ld] [--alg EdDSA|ES256] [--name jwk|did] [--pin DIGITS]
//
// Prints one line of JSON: the credentials, the holder's did:key, what the notification answered; or {"error": …} with the
// issuer's refusal, and exit code 1.

import {createHash, generateKeyPairSync, randomBytes, sign} from 'node:crypto';
import {clientAuthenticationAnonymous, setGlobalConfig} from '@openid4vc/oauth2';
import {Openid4vciClient} from '@openid4vc/openid4vci';
import {parseArgs} from 'node:util';
import {didKey} from './did-key.mjs';

const {values, positionals: [offer]} = parseArgs({
  allowPositionals: true,
  options: {
    format: {type: 'string', default: 'ldp_vc'},
    alg: {type: 'string', default: 'EdDSA'},
    name: {type: 'string', default: 'jwk'},
    pin: {type: 'string'}
  }
});

const ed25519 = values.alg === 'EdDSA';
const keys = ed25519 ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', {namedCurve: 'P-256'});
const publicJwk = keys.publicKey.export({format: 'jwk'});
const holder = didKey(publicJwk);

const base64url = value => Buffer.from(JSON.stringify(value)).toString('base64url');
const callbacks = {
  hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
  generateRandom: length => randomBytes(length),
  clientAuthentication: clientAuthenticationAnonymous(),
  signJwt(signer, {header, payload}) {
    const text = `${base64url(header)}.${base64url(payload)}`;
    const signature = sign(ed25519 ? null : 'sha256', Buffer.from(text), {key: keys.privateKey, dsaEncoding: 'ieee-p1363'});
    return {jwt: `${text}.${signature.toString('base64url')}`, signerJwk: publicJwk};
  }
};

async function fetchCredential() {
  const client = new Openid4vciClient({callbacks});
  const credentialOffer = await client.resolveCredentialOffer(offer);
  const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const {credential_configurations_supported: offered} = issuerMetadata.credentialIssuer;
  const ids = credentialOffer.credential_configuration_ids;
  const credentialConfigurationId = ids.find(id => offered[id].format === values.format);
  const {accessTokenResponse} = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer, issuerMetadata, txCode: values.pin
  });
  const accessToken = accessTokenResponse.access_token;
  const {c_nonce: nonce} = await client.requestNonce({issuerMetadata});
  const signer = values.name === 'did' ?
    {method: 'did', alg: values.alg, didUrl: `${holder}#${holder.slice('did:key:'.length)}`} :
    {method: 'jwk', alg: values.alg, publicJwk};
  const {jwt} = await client.createCredentialRequestJwtProof({issuerMetadata, credentialConfigurationId, nonce, signer});
  const {credentialResponse} = await client.retrieveCredentials({
    issuerMetadata, credentialConfigurationId, accessToken, proofs: {jwt: [jwt]}
  });
  const told = await client.sendNotification({
    issuerMetadata, accessToken,
    notification: {notificationId: credentialResponse.notification_id, event: 'credential_accepted'}
  });
  return {holder, credentials: credentialResponse.credentials, told: told.response.status};
}

setGlobalConfig({allowInsecureUrls: true});
try {
  console.log(JSON.stringify(await fetchCredential()));
} catch(error) {
  const refusal = error.errorResponse ?? error.response?.credentialErrorResponseResult?.data;
  console.log(JSON.stringify({error: refusal ?? String(error)}));
  process.exitCode = 1;
}
