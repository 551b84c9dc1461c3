// drand-client's check of every round of a file. Arguments: chain information, rounds.
const { createHash } = require('crypto');
const { readFileSync } = require('fs');
const { fetchBeacon } = require('drand-client');

(async () => {
  const info = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  for (const line of readFileSync(process.argv[3], 'utf8').trim().split('\n')) {
    const beacon = JSON.parse(line);
    beacon.randomness = createHash('sha256').update(Buffer.from(beacon.signature, 'hex')).digest('hex');
    const client = { options: {}, chain: () => ({ info: async () => info }), get: async () => beacon };
    await fetchBeacon(client, beacon.round);
  }
})();
