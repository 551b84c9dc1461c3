// The npm packages @ipld/dag-json, @ipld/dag-cbor, @ipld/dag-pb and @ipld/car as a second opinion.
//
// codecs.mjs values COUNT SEED FOLDER     random values, each in dag-cbor and dag-json, a line a value:
//                                         CID in dag-cbor, CID in dag-json, number
// codecs.mjs nodes COUNT SEED FOLDER      the same of nodes of dag-pb, each in dag-pb and dag-json
// codecs.mjs archive F.car                what @ipld/car finds: the root, then ID and length of each block,
//                                         all of which have to be what they say
// codecs.mjs commit F.car MESSAGE G.car   the same archive with one version more, made by hand
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const load = (name, part = '.') => {
  const at = path.join(process.env.PEERS, name)
  const { exports } = JSON.parse(fs.readFileSync(path.join(at, 'package.json')))
  return import(pathToFileURL(path.join(at, exports[part].import)))
}
const [json, cbor, pb] = [await load('@ipld/dag-json'), await load('@ipld/dag-cbor'), await load('@ipld/dag-pb')]
const { CarReader, CarWriter } = await load('@ipld/car')
const { CID } = await load('multiformats', './cid')
const { create } = await load('multiformats', './hashes/digest')

const [verb, ...words] = process.argv.slice(2)
let state = 0
const roll = (sides) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor(state / 4294967296 * sides)
}
const pick = (all) => all[roll(all.length)]
const sha256 = (bytes) => create(0x12, crypto.createHash('sha256').update(bytes).digest())
const cidOf = (codec, bytes) => CID.createV1(codec, sha256(bytes))
const bytes = (most) => new Uint8Array(roll(most)).map(() => roll(256))
const link = () => {
  const digest = sha256(bytes(9))
  return roll(3) === 0 ? CID.createV0(digest) : CID.createV1(pick([0x55, 0x70, 0x71, 0x78, 0x0129, 0xb0]), digest)
}
const text = () => Array.from({ length: roll(12) }, () =>
  String.fromCodePoint(pick([roll(32), 34, 92, 47, 97 + roll(26), 0xe4, 0x2028, 0x4e2d, 0x1f600, 127]))).join('')
const float = () => {
  const value = pick([Math.PI, 1e-7, 1.5e300, 5e-324, 0.1, 123.456, 1e21 / 3, 8.940696716308594e-8]) * (1 + roll(1000) / 7)
  return Number.isInteger(value) ? 0.5 : roll(2) ? value : -value
}
const integer = () => {
  const big = BigInt.asUintN(64, BigInt(roll(2 ** 32)) << 32n | BigInt(roll(2 ** 32)))
  return pick([roll(24), -roll(300), roll(70000), roll(2 ** 32), -roll(2 ** 32), big, -1n - big, 2n ** 64n - 1n, -(2n ** 64n)])
}
const value = (depth) => {
  const kind = roll(depth > 4 ? 7 : 10)
  if (kind === 0) return null
  if (kind === 1) return roll(2) === 1
  if (kind === 2) return integer()
  if (kind === 3) return float()
  if (kind === 4) return text()
  if (kind === 5) return bytes(40)
  if (kind === 6) return link()
  if (kind === 7) return Array.from({ length: roll(6) }, () => value(depth + 1))
  const keys = Array.from({ length: roll(7) }, text).filter((key) => key !== '/' && key !== '__proto__')
  return Object.fromEntries(keys.map((key) => [key, value(depth + 1)]))
}

if (verb === 'values' || verb === 'nodes') {
  const [count, seed, folder] = words
  state = Number(seed)
  for (let number = 0; number < Number(count); number++) {
    const file = (end) => path.join(folder, `${number}.${end}`)
    let made, other
    if (verb === 'values') {
      made = value(0)
      other = cbor
    } else {
      const names = Array.from({ length: roll(5) }, text).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      const Links = names.map((Name) => ({ Hash: link(), ...(roll(4) ? { Name, Tsize: roll(2 ** 31) } : Name === '' ? {} : { Name }) }))
      made = roll(2) ? { Data: bytes(40), Links } : { Links }
      other = pb
    }
    const [block, line] = [other.encode(made), json.encode(made)]
    fs.writeFileSync(file(other.name), block)
    fs.writeFileSync(file(json.name), line)
    console.log(cidOf(other.code, block).toString(), cidOf(json.code, line).toString(), number)
  }
} else if (verb === 'archive' || verb === 'commit') {
  const reader = await CarReader.fromBytes(fs.readFileSync(words[0]))
  const [root] = await reader.getRoots()
  const blocks = []
  for await (const { cid, bytes } of reader.blocks()) {
    if (!crypto.createHash('sha256').update(bytes).digest().equals(Buffer.from(cid.multihash.digest))) throw new Error(`wrong: ${cid}`)
    blocks.push({ cid, bytes })
  }
  if (verb === 'archive') {
    console.log(root.toString())
    blocks.forEach(({ cid, bytes }) => console.log(cid.toString(), bytes.length))
  } else {
    const head = cbor.decode((await reader.get(root)).bytes)
    const author = { name: 'Jo', email: 'jo@example.org', time: head.author.time + 60, tz: -90 }
    const block = cbor.encode({ v: 1, type: 'commit', tree: head.tree, parents: [root], author, message: words[1] })
    const cid = cidOf(cbor.code, block)
    const { writer, out } = CarWriter.create([cid])
    const parts = []
    const written = (async () => { for await (const part of out) parts.push(part) })()
    for (const one of [...blocks, { cid, bytes: block }]) await writer.put(one)
    await writer.close()
    await written
    fs.writeFileSync(words[2], Buffer.concat(parts))
    console.log(cid.toString())
  }
}
