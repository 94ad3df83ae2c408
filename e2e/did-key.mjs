// The did:key of an Ed25519 or P-256 key in JWK form: multicodec prefix, then the key, in base58btc.

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function base58(bytes) {
  let number = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for(; number > 0n; number /= 58n) {
    text = ALPHABET[Number(number % 58n)] + text;
  }
  return text;
}

export function didKey(jwk) {
  const x = Buffer.from(jwk.x, 'base64url');
  if(jwk.kty === 'OKP') {
    return `did:key:z${base58(Buffer.concat([Buffer.from([0xed, 0x01]), x]))}`;
  }
  const odd = Buffer.from(jwk.y, 'base64url').at(-1) & 1;
  return `did:key:z${base58(Buffer.concat([Buffer.from([0x80, 0x24, 2 + odd]), x]))}`;
}

// The raw key in an Ed25519 did:key.
export function rawKey(did) {
  let number = 0n;
  for(const letter of did.slice('did:key:z'.length)) {
    number = number * 58n + BigInt(ALPHABET.indexOf(letter));
  }
  return Buffer.from(number.toString(16).padStart(68, '0'), 'hex').subarray(2);
}
