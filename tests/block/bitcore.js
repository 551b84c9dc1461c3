// Proofs of inclusion both ways with bitcore-lib: ours are valid there, theirs here. Arguments: files of blocks in hex.
const { execFileSync } = require('child_process');
const { readFileSync } = require('fs');
const assert = require('assert');
const { Block, MerkleBlock } = require('bitcore-lib');

const decent = (words, input) => execFileSync('decent', words, { encoding: 'utf8', input });

for (const path of process.argv.slice(2)) {
  const block = Block.fromString(readFileSync(path, 'utf8').trim());
  const hash = block.hash;
  assert(decent(['block', 'show', block.header.toString()]).startsWith(`hash: ${hash}\n`), path);
  for (const transaction of block.transactions) {
    const ours = decent(['spv', 'prove', '--txid', transaction.hash, path]).trim();
    const read = MerkleBlock.fromBuffer(Buffer.from(ours, 'hex'));
    assert(read.validMerkleTree(), `${path}: ours is not valid there`);
    assert(read.hasTransaction(transaction), `${path}: ours does not prove it there`);
    // Written again by bitcore-lib, it is the same, and is accepted here.
    const theirs = read.toBuffer().toString('hex');
    const words = ['spv', 'verify', '--header', hash, '--tx-count', String(block.transactions.length)];
    assert(decent([...words, '--txid', transaction.hash], theirs).includes(transaction.hash), path);
  }
}
// What bitcore-lib believes, and we do not: the root itself as the only transaction of a block.
const block = Block.fromString(readFileSync(process.argv[3], 'utf8').trim());
const root = Buffer.from(block.header.merkleRoot).toString('hex');
const lie = block.header.toBuffer().toString('hex') + '01000000' + '01' + root + '01' + '01';
assert(MerkleBlock.fromBuffer(Buffer.from(lie, 'hex')).validMerkleTree());
assert.throws(() => decent(['spv', 'verify', '--header', block.hash, '-q'], lie), (error) => error.status === 2);
assert.throws(() => decent(['spv', 'verify', '--header', block.hash, '--tx-count', '4'], lie), (error) => error.status === 1);
