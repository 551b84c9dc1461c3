// The npm packages ipfs-unixfs-importer and ipfs-unixfs-exporter as a second opinion.
//
// importer.mjs cases COUNT SEED FOLDER    makes files there; a line a case: CID, options, file
// importer.mjs folders FOLDER             CIDs of that folder by many thresholds: CID, options
import { createRequire } from 'node:module'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const modules = process.env.PEERS
const load = (name, file) => import(pathToFileURL(path.join(modules, name, file)))
const { importer } = await load('ipfs-unixfs-importer', 'dist/src/index.js')
const { balanced, trickle } = await load('ipfs-unixfs-importer', 'dist/src/layout/index.js')
const { fixedSize, rabin } = await load('ipfs-unixfs-importer', 'dist/src/chunker/index.js')
const { BlackHoleBlockstore } = await load('blockstore-core', 'dist/src/black-hole.js')

const [verb, ...words] = process.argv.slice(2)
let state = 0
const roll = (sides) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor(state / 4294967296 * sides)
}
const pick = (all) => all[roll(all.length)]

async function cid (source, options) {
  let last
  for await (const entry of importer(source, new BlackHoleBlockstore(), options)) last = entry
  return last.cid.toString()
}

if (verb === 'cases') {
  const [count, seed, folder] = words
  state = Number(seed)
  for (let number = 0; number < Number(count); number++) {
    const size = pick([0, 1, roll(300), roll(5000), roll(200000)])
    const bytes = new Uint8Array(size).map(() => roll(256))
    const file = path.join(folder, `case-${number}`)
    fs.writeFileSync(file, bytes)
    const chunk = pick([1 + roll(50), 64, 1 + roll(5000), 262144, 1048576])
    const chunks = Math.ceil(size / chunk)
    const width = chunks > 3000 ? pick([64, 174, 1024]) : pick([2, 3, 2 + roll(30), 174, 1024])
    const isTrickle = roll(3) === 0
    const cidVersion = roll(2)
    const rawLeaves = roll(2) === 1
    const cut = roll(6) === 0 && size > 0
    const least = 16 + roll(500)
    const sizes = { minChunkSize: least, avgChunkSize: least * 2, maxChunkSize: least * 4 }
    const options = {
      cidVersion,
      rawLeaves,
      fieldOrder: 'links-first',
      chunker: cut ? rabin(sizes) : fixedSize({ chunkSize: chunk }),
      layout: (isTrickle ? trickle : balanced)({ maxChildrenPerNode: width }),
      leafType: isTrickle ? 'raw' : 'file',
      reduceSingleLeafToSelf: !isTrickle
    }
    const found = await cid([{ path: 'f', content: bytes }], options)
    const chunker = cut ? `rabin-js-${least}-${least * 2}-${least * 4}` : `size-${chunk}`
    console.log(found, `--cid-version ${cidVersion} --raw-leaves ${rawLeaves} --chunker ${chunker} --width ${width} --layout ${isTrickle ? 'trickle' : 'balanced'}`, file)
  }
} else if (verb === 'folders') {
  const root = words[0]
  const source = []
  const walk = (at) => {
    for (const entry of fs.readdirSync(at, { withFileTypes: true })) {
      const full = path.join(at, entry.name)
      if (entry.isDirectory()) walk(full)
      else source.push({ path: path.relative(path.dirname(root), full), content: fs.readFileSync(full) })
    }
  }
  walk(root)
  for (const shardSplitStrategy of ['links-bytes', 'block-bytes']) {
    for (const [shardSplitThresholdBytes, bits] of [[262144, 8], [10000, 8], [300, 4], [0, 3], [0, 8]]) {
      for (const cidVersion of [0, 1]) {
        const options = {
          cidVersion, rawLeaves: cidVersion === 1, shardSplitStrategy, shardSplitThresholdBytes,
          shardFanoutBits: bits, fieldOrder: 'links-first', wrapWithDirectory: false
        }
        const found = await cid(source, options)
        console.log(found, `--cid-version ${cidVersion} --raw-leaves ${cidVersion === 1} --hamt-estimate ${shardSplitStrategy} --hamt-threshold ${shardSplitThresholdBytes} --hamt-fanout ${2 ** bits}`)
      }
    }
  }
}
