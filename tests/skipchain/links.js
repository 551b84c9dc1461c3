// Rosters and links of BLS12-381 beside @noble/curves.
//   links.js roster ROSTER           every key's proof of possession holds
//   links.js sign SECRET REQUEST     a share, as `skipchain cosign` makes it
//   links.js proof PROOF ROSTER      every link of a proof in JSON, under the sum of its signers' keys
const { bls12_381: bls } = require('@noble/curves/bls12-381');
const { createHash } = require('crypto');
const { readFileSync } = require('fs');
const assert = require('assert');

const short = bls.shortSignatures;
const SIGNATURES = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_POP_';
const POSSESSION = 'BLS_POP_BLS12381G1_XMD:SHA-256_SSWU_RO_POP_';
const [what, first, second] = process.argv.slice(2);
const hex = (text) => Uint8Array.from(Buffer.from(text, 'hex'));
const text = (file) => readFileSync(file, 'utf8').trim();
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const long = (number) => { const b = Buffer.alloc(8); b.writeBigUInt64BE(BigInt(number)); return b; };

// What is signed, as the documentation of links says.
const message = (link) => Buffer.concat([
  Buffer.from('decent-skip-link/1'.padEnd(32, '\0')), link.chain, long(link.from), link.fromHash,
  long(link.to), link.toHash, link.toRoster, Buffer.from([link.level]),
]);

const key = (digits) => bls.G2.Point.fromHex(digits);
const holds = (signature, bytes, publicKey, domain) =>
  short.verify(short.Signature.fromHex(signature), short.hash(bytes, domain), publicKey);

if (what === 'roster') {
  for (const member of JSON.parse(text(first)).members) {
    assert(holds(member.possession, hex(member.key), key(member.key), POSSESSION), member.name);
    assert(!holds(member.possession, hex(member.key), key(member.key), SIGNATURES), member.name);
  }
} else if (what === 'sign') {
  const secret = hex(text(first));
  const request = JSON.parse(text(second));
  const link = {
    chain: hex(request.chain), from: request.from, fromHash: hex(request.from_hash), to: request.to,
    toHash: hex(request.to_hash), toRoster: hex(request.to_roster), level: request.level,
  };
  const signature = short.sign(short.hash(message(link), SIGNATURES), secret);
  const { chain, from, level } = request;
  const share = { type: 'decent-skip-share', version: 1, chain, from, level };
  share.key = Buffer.from(short.getPublicKey(secret).toBytes()).toString('hex');
  share.signature = short.Signature.toHex(signature);
  console.log(JSON.stringify(share));
} else {
  const proof = JSON.parse(text(first));
  const members = JSON.parse(text(second)).members.map((member) => member.key).sort();
  const start = Buffer.from(proof.start, 'hex');
  const index = start.readBigUInt64BE(64);
  const base = BigInt(start[80]);
  const toRoster = start.subarray(128, 160);
  const chain = index === 0n ? sha256(start) : start.subarray(32, 64);
  let [from, fromHash] = [index, sha256(start)];
  assert(proof.hops.length > 0);
  for (const hop of proof.hops) {
    const to = from + base ** BigInt(hop.level);
    const link = { chain, from, fromHash, to, toHash: hex(hop.to), toRoster, level: hop.level };
    const mask = hex(hop.mask);
    const signers = members.filter((_, place) => mask[place >> 3] >> (place & 7) & 1);
    const sum = signers.map(key).reduce((one, other) => one.add(other));
    assert(holds(hop.signatures, message(link), sum, SIGNATURES));
    [from, fromHash] = [to, link.toHash];
  }
  console.log(`${proof.hops.length} links hold`);
}
