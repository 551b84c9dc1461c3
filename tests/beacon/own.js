// Beacons of a chain of our own as drand-client judges them: each as it is, and with one digit changed. Arguments:
// chain information, a file with a beacon a line.
const { readFileSync } = require('fs');
const assert = require('assert');
const { fetchBeacon } = require('drand-client');

console.error = () => {};
const theirs = async (info, beacon) => {
  const options = { disableBeaconVerification: false, chainVerificationParams: { chainHash: info.hash, publicKey: info.public_key } };
  const client = { options, chain: () => ({ info: async () => info }), get: async () => beacon };
  try { return (await fetchBeacon(client, beacon.round)).randomness; } catch { return 'none'; }
};

(async () => {
  const info = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const lines = readFileSync(process.argv[3], 'utf8').trim().split('\n');
  for (const line of lines) {
    const beacon = JSON.parse(line);
    assert.strictEqual(await theirs(info, beacon), beacon.randomness, line);
    const digit = (text) => text.slice(0, 40) + (text[40] === '0' ? '1' : '0') + text.slice(41);
    assert.strictEqual(await theirs(info, { ...beacon, signature: digit(beacon.signature) }), 'none');
    assert.strictEqual(await theirs(info, { ...beacon, round: beacon.round + 1 }), 'none');
  }
  console.log(`${lines.length} hold`);
})().catch((error) => { process.stderr.write(`${error.stack}\n`); process.exit(1); });
