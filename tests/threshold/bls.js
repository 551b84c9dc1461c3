// Signatures of groups beside @noble/curves, both ways, on either curve. Arguments: the folder of a group, the key that
// it was split from (hex), the file that was signed, its signature (hex).
const { bls12_381: bls } = require('@noble/curves/bls12-381');
const { readFileSync } = require('fs');
const assert = require('assert');

const [folder, keyFile, file, sigFile] = process.argv.slice(2);
const group = JSON.parse(readFileSync(`${folder}/group`, 'utf8'));
const long = group.curve === 'bls12-381-g1';
const scheme = long ? bls.longSignatures : bls.shortSignatures;
const domain = `BLS_SIG_BLS12381G${long ? 2 : 1}_XMD:SHA-256_SSWU_RO_NUL_`;
const key = Uint8Array.from(Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'hex'));
const point = scheme.hash(readFileSync(file), domain);
const theirs = scheme.Signature.toHex(scheme.sign(point, key));
const ours = readFileSync(sigFile, 'utf8').trim();

// The same bytes as those of the key itself, and theirs by their own judgement.
assert.strictEqual(ours, theirs);
assert.strictEqual(Buffer.from(scheme.getPublicKey(key).toBytes()).toString('hex'), group.public_key);
const publicKey = scheme.getPublicKey(key);
assert(scheme.verify(scheme.Signature.fromHex(ours), point, publicKey));
assert(!scheme.verify(scheme.Signature.fromHex(ours), scheme.hash(Buffer.from('other'), domain), publicKey));
// A signature that they make with another key, for us to refuse, and one for us to take.
const other = Uint8Array.from(key);
other[31] ^= 1;
console.log(scheme.Signature.toHex(scheme.sign(point, other)));
console.log(theirs);
