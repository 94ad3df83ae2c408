// A library that nobody here wrote checks a credential's token against its issuer's key set. Reads {"token", "keys"} from
// standard input and prints one line of JSON: {"header", "claims"}, or {"refused"} with the reason's code.
//
//   node token.mjs --now 2026-01-05T09:00:00Z

import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {createLocalJWKSet, jwtVerify} from 'jose';

const {values} = parseArgs({options: {now: {type: 'string'}}});
const {token, keys} = JSON.parse(readFileSync(0, 'utf8'));
try {
  const currentDate = new Date(values.now);
  const {protectedHeader, payload} = await jwtVerify(token, createLocalJWKSet(keys), {algorithms: ['ES256'], currentDate});
  console.log(JSON.stringify({header: protectedHeader, claims: payload}));
} catch(e) {
  console.log(JSON.stringify({refused: e.code ?? String(e)}));
}
