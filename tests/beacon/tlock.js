// Files that wait for a round, sealed by tlock-js and opened by us, and the other way round: with published beacons of
// every scheme that locks, and with those of a chain of our own. Arguments: the file of beacons, then folders with
// info.json and a beacon.
const { execFileSync } = require('child_process');
const { readFileSync, writeFileSync } = require('fs');
const assert = require('assert');
const { timelockEncrypt, timelockDecrypt } = require('tlock-js');

// tlock-js prints the beacon that it is given.
console.log = () => {};
const decent = (words, input) => execFileSync('decent', words, { input, stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 1 << 26 });
const refused = (words, input) => {
  try { decent(words, input); } catch (error) { return error.status; }
  return 0;
};

// What tlock-js asks of the network, from files.
const client = (info, beacon) => ({ options: { disableBeaconVerification: false, noCache: false },
  chain: () => ({ info: async () => info }), get: async () => beacon, latest: async () => beacon });

const infoOf = (name) => {
  const of = JSON.parse(decent(['beacon', 'show', '--json', name]));
  return { public_key: of.public_key, period: of.period, genesis_time: Number(of.genesis_time), hash: of.hash,
    groupHash: of.group_hash, schemeID: of.scheme, metadata: { beaconID: of.beacon_id } };
};

const both = async (name, info, beacon, sizes) => {
  const { round } = beacon;
  const randomness = decent(['beacon', 'verify', '--chain', name], JSON.stringify(beacon)).toString().trim();
  const theirs = client(info, { ...beacon, randomness });
  writeFileSync('beacon', JSON.stringify(beacon));
  const open = ['beacon', 'open', '--chain', name, '--beacon', 'beacon'];
  for (const size of sizes) {
    const text = Buffer.alloc(size, 'all bytes \x00\xff\n', 'latin1');
    for (const armor of [['-a'], []]) {
      const sealed = decent(['beacon', 'seal', '--chain', name, '--round', `${round}`, '--past', ...armor], text);
      const opened = await timelockDecrypt(sealed.toString('latin1'), theirs);
      assert(opened.equals(text), `${name}: theirs opens ours, ${size} bytes`);
    }
    const sealed = await timelockEncrypt(round, text, theirs);
    // Of nothing tlock-js makes no chunk, where the spec of age wants an empty one: to us it is cut short.
    if (size === 0) assert.strictEqual(refused(open, sealed), 1);
    else assert(decent(open, sealed).equals(text), `${name}: ours opens theirs, ${size} bytes`);
  }
  // Another round: both say no.
  const later = await timelockEncrypt(round + 1, Buffer.from('later'), theirs);
  assert.strictEqual(refused(open, later), 1);
  await assert.rejects(timelockDecrypt(later, client(info, { ...beacon, randomness, round: round + 1 })));
};

(async () => {
  const [file, ...own] = process.argv.slice(2);
  const seen = new Set();
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { chain, ...beacon } = JSON.parse(line);
    if (chain.endsWith('.json') || seen.has(chain)) continue;
    const info = infoOf(chain);
    if (!['pedersen-bls-unchained', 'bls-unchained-on-g1', 'bls-unchained-g1-rfc9380'].includes(info.schemeID)) continue;
    seen.add(chain);
    delete beacon.previous_signature;
    await both(chain, info, beacon, seen.size === 1 ? [0, 1, 65535, 65536, 200000] : [20]);
  }
  assert(seen.size >= 3, [...seen].join(' '));
  for (const folder of own) {
    const info = JSON.parse(readFileSync(`${folder}/info.json`, 'utf8'));
    const { randomness, ...beacon } = JSON.parse(readFileSync(`${folder}/beacon`, 'utf8'));
    await both(`${folder}/info.json`, info, beacon, [20]);
  }
})().catch((error) => { process.stderr.write(`${error.stack}\n`); process.exit(1); });
