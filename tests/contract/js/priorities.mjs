// The contract's priorities, tried by a client of its own under Node: no library but fetch, as an integration would write it.
// Called by ../test_javascript_client.py once for an open vote and once for the same vote after its close (`AFTER`), with
// the address, the neighbourhood, the round and the tokens in the environment; prints one line of TAP for each sentence,
// and ends with 1 when one is not so.
import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { tryAll } from "./sentences.mjs"

const { URL_OF_SERVER, NEIGHBOURHOOD, ROUND, TOKENS, AFTER } = process.env
const tokens = JSON.parse(TOKENS)
const ROUND_PATH = `/rounds/${ROUND}`

async function call(who, method, path, body) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" }
  if (who) headers.Authorization = `Bearer ${tokens[who]}`
  const answer = await fetch(`${URL_OF_SERVER}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
  const text = await answer.text()
  return { status: answer.status, type: answer.headers.get("content-type"), text, json: text ? JSON.parse(text) : null }
}

async function ok(status, ...asked) {
  const answer = await call(...asked)
  assert.equal(answer.status, status, `${asked.slice(0, 3)}: ${answer.text}`)
  return answer.json
}

async function refused(status, ...asked) {
  const answer = await call(...asked)
  assert.equal(answer.status, status, `${asked.slice(0, 3)}: ${answer.text}`)
  assert.equal(answer.type, "application/problem+json")
  for (const member of ["type", "title", "detail"]) assert.ok(answer.json[member].length > 0)
  return answer.json
}

const round = () => ok(200, null, "GET", ROUND_PATH)
const vote = (who, choices) => ok(200, who, "PUT", `${ROUND_PATH}/ballot`, { choices })

const whileOpen = {
  async "a round in its vote has what the contract says, and no turnout"() {
    const found = await round()
    const { items } = await ok(200, null, "GET", `/neighbourhoods/${NEIGHBOURHOOD}/rounds`)
    assert.ok(items.some((each) => each.id === ROUND && each.phase === "vote"))
    assert.deepEqual([found.neighbourhood, found.phase, found.method, found.turnout], [NEIGHBOURHOOD, "vote", "approval", null])
    assert.ok(Date.parse(found.opens_at) < Date.parse(found.closes_at))
    for (const option of found.options) for (const member of ["id", "title"]) assert.ok(option[member].length > 0)
  },

  async "rosa votes, and every change gives another receipt"() {
    const { options, pick } = await round()
    const first = await vote("rosa", [options[1].id])
    const again = await vote("rosa", options.slice(0, pick).map((option) => option.id))
    assert.ok(first.receipt.length > 0)
    assert.notEqual(first.receipt, again.receipt)
    await vote("amir", [options[0].id])
  },

  async "one person who casts ten at once has one ballot"() {
    const [option] = (await round()).options
    const cast = await Promise.all(Array.from({ length: 10 }, () => vote("amir", [option.id])))
    assert.equal(new Set(cast.map((each) => each.receipt)).size, 10)
  },

  async "who is not entitled, and what is no ballot, is told so"() {
    const { options, pick } = await round()
    const all = options.map((option) => option.id)
    for (const who of ["olga", "gwen", "ada", "mo"]) await refused(403, who, "PUT", `${ROUND_PATH}/ballot`, { choices: [all[0]] })
    await refused(403, "rosa", "PUT", `${ROUND_PATH}/ballot`, { choices: [all[0]], code: "7KQ2-MXR4-TD9P" })
    await refused(401, null, "PUT", `${ROUND_PATH}/ballot`, { choices: [all[0]] })
    for (const choices of [all.slice(0, pick + 1), ["0123456789abcdef"], []]) {
      await refused(422, "rosa", "PUT", `${ROUND_PATH}/ballot`, { choices })
    }
    await refused(404, "rosa", "PUT", "/rounds/0123456789abcdef/ballot", { choices: [all[0]] })
  },

  async "nothing is counted before the close, for nobody"() {
    const { receipt } = await vote("rosa", [(await round()).options[0].id])
    for (const who of [null, "rosa", "ada", "dee"]) {
      for (const path of ["results", "ballots", `receipts/${receipt}`]) await refused(404, who, "GET", `${ROUND_PATH}/${path}`)
    }
  },
}

const afterwards = {
  async "the close shows turnout, both counts, and what the round advises"() {
    const found = await round()
    assert.ok(found.phase !== "vote" && found.turnout !== null)
    const results = await ok(200, null, "GET", `${ROUND_PATH}/results`)
    assert.equal(results.ballots, 2)
    assert.equal(typeof results.quorum_met, "boolean")
    assert.ok(["plain", "equal_shares"].includes(results.advice))
    for (const counted of [results.plain, results.equal_shares]) {
      assert.deepEqual(counted.map((each) => each.id).sort(), found.options.map((option) => option.id).sort())
      assert.deepEqual([counted[0].id, counted[0].votes, counted[0].elected], [found.options[0].id, 2, true])
    }
    for (const tier of Object.values(results.by_tier)) assert.ok(tier.ballots > 0)
  },

  async "the published file has a receipt for each ballot, and the seed that was promised"() {
    const file = await ok(200, null, "GET", `${ROUND_PATH}/ballots`)
    assert.equal(file.ballots.length, 2)
    assert.equal(file.receipts.length, file.ballots.length)
    assert.deepEqual([...file.receipts].sort(), file.receipts)
    assert.equal(createHash("sha256").update(file.seed).digest("hex"), file.seed_hash)
  },

  async "a receipt of the list was counted, and another was not"() {
    const { receipts } = await ok(200, null, "GET", `${ROUND_PATH}/ballots`)
    for (const receipt of receipts) {
      assert.deepEqual(await ok(200, null, "GET", `${ROUND_PATH}/receipts/${receipt}`), { counted: true })
    }
    await refused(404, null, "GET", `${ROUND_PATH}/receipts/aaaa-bbbb-cccc-dddd`)
  },

  async "a ballot after the close is refused, and told when it was"() {
    const [option] = (await round()).options
    const late = await refused(409, "rosa", "PUT", `${ROUND_PATH}/ballot`, { choices: [option.id] })
    for (const member of ["now", "closes_at"]) assert.ok(Date.parse(late[member]) > 0)
  },

  async "the priorities of a neighbourhood are a list"() {
    const { items, next } = await ok(200, null, "GET", `/neighbourhoods/${NEIGHBOURHOOD}/priorities`)
    assert.deepEqual([Array.isArray(items), next], [true, null])
  },
}

await tryAll(AFTER ? afterwards : whileOpen)
