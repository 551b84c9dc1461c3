// Records and keys by the npm packages ipns and @libp2p/crypto. PEERS is where they lie.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const load = async (name, file) => import(pathToFileURL(join(process.env.PEERS, name, file)).href)
const keys = await load('@libp2p/crypto', 'dist/src/keys/index.js')
const ipns = await load('ipns', 'dist/src/index.js')
const { ipnsValidator } = await load('ipns', 'dist/src/validator.js')
const { ipnsSelector } = await load('ipns', 'dist/src/selector.js')

const [what, ...rest] = process.argv.slice(2)
const base64 = (file) => Uint8Array.from(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64'))
const secret = (file) => keys.privateKeyFromProtobuf(base64(file))

const tools = {
  // new TYPE FILE: a key in base 64, and FILE.pub.
  async new (type, file) {
    const key = await keys.generateKeyPair(type, type === 'RSA' ? 2048 : undefined)
    writeFileSync(file, Buffer.from(keys.privateKeyToProtobuf(key)).toString('base64') + '\n', { mode: 0o600 })
    writeFileSync(file + '.pub', Buffer.from(keys.publicKeyToProtobuf(key.publicKey)).toString('base64') + '\n')
  },
  // name FILE.pub: the CID in base 32, and the peer's name.
  async name (file) {
    const key = keys.publicKeyFromProtobuf(base64(file))
    console.log(key.toCID().toString(), key.toString())
  },
  // sign FILE VALUE SEQUENCE END TTL V1 OUT
  async sign (file, value, sequence, end, ttlNs, v1, out) {
    const options = { ttlNs: BigInt(ttlNs), v1Compatible: v1 === 'v1' }
    const record = await ipns.createIPNSRecordWithExpiration(secret(file), value, BigInt(sequence), end, options)
    writeFileSync(out, ipns.marshalIPNSRecord(record))
  },
  // verify FILE.pub RECORD: the value, or a failure.
  async verify (file, record) {
    const bytes = Uint8Array.from(readFileSync(record))
    const key = keys.publicKeyFromProtobuf(base64(file))
    await ipnsValidator(ipns.multihashToIPNSRoutingKey(key.toMultihash()), bytes)
    console.log(ipns.unmarshalIPNSRecord(bytes).value)
  },
  // select RECORD...
  async select (...records) {
    console.log(records[ipnsSelector(new Uint8Array(), records.map((one) => Uint8Array.from(readFileSync(one))))])
  }
}
await tools[what](...rest)
