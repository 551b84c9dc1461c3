// Beacons as drand-client judges them and as we do: the published ones, and each with one digit changed. Argument: the
// file of beacons.
const { execFileSync } = require('child_process');
const { createHash } = require('crypto');
const { readFileSync } = require('fs');
const { dirname } = require('path');
const assert = require('assert');
const { fetchBeacon } = require('drand-client');

const decent = (words, input) => execFileSync('decent', words, { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'ignore'] });
console.error = () => {};

// The chain as we show it, in the words of drand-client.
const chainOf = (name) => {
  const of = JSON.parse(decent(['beacon', 'show', '--json', name]));
  return { public_key: of.public_key, period: of.period, genesis_time: Number(of.genesis_time), hash: of.hash,
    groupHash: of.group_hash, schemeID: of.scheme, metadata: { beaconID: of.beacon_id } };
};
const theirs = async (info, beacon) => {
  const options = { disableBeaconVerification: false };
  const client = { options, chain: () => ({ info: async () => info }), get: async () => beacon };
  try { return (await fetchBeacon(client, beacon.round)).randomness; } catch { return 'none'; }
};
const ours = (name, beacon) => {
  try { return decent(['beacon', 'verify', '--chain', name], JSON.stringify(beacon)).trim(); } catch (error) {
    assert.strictEqual(error.status, 1);
    return 'none';
  }
};

(async () => {
  const file = process.argv[2];
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { chain, ...beacon } = JSON.parse(line);
    const name = chain.endsWith('.json') ? `${dirname(file)}/${chain}` : chain;
    const info = chainOf(name);
    const randomness = createHash('sha256').update(Buffer.from(beacon.signature, 'hex')).digest('hex');
    // drand-client wants what follows from the signature; before round 1 stands the hash of the group.
    const whole = { randomness, ...beacon };
    if (info.schemeID === 'pedersen-bls-chained' && !beacon.previous_signature) whole.previous_signature = info.groupHash;
    assert.strictEqual(await theirs(info, whole), randomness, `${name} ${beacon.round}: theirs`);
    assert.strictEqual(ours(name, whole), randomness, `${name} ${beacon.round}: ours`);
    const digit = (text, at) => text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1);
    for (const changed of [{ ...whole, round: whole.round + 1 }, { ...whole, signature: digit(whole.signature, 40) },
      { ...whole, randomness: digit(randomness, 7) }]) {
      assert.strictEqual(await theirs(info, changed), 'none', `${name}: theirs passes ${JSON.stringify(changed)}`);
      assert.strictEqual(ours(name, changed), 'none', `${name}: ours passes ${JSON.stringify(changed)}`);
    }
  }
  // What drand-client takes and we do not: y + p for y on the curve of evmnet.
  const prime = 21888242871839275222246405745257275088696311157297823662689037894645226208583n;
  const line = readFileSync(file, 'utf8').split('\n').find((text) => text.includes('evmnet'));
  const { chain, ...beacon } = JSON.parse(line);
  const larger = (BigInt('0x' + beacon.signature.slice(64)) + prime).toString(16).padStart(64, '0');
  assert.strictEqual(ours(chain, { ...beacon, signature: beacon.signature.slice(0, 64) + larger }), 'none');
})().catch((error) => { console.log(error); process.exit(1); });
