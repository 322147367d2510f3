// The contract's forums, tried by a client of its own under Node: no library but fetch, as an integration would write it.
// Called by ../test_javascript_client.py with the address, the neighbourhood and the tokens in the environment; prints
// one line of TAP for each sentence, and ends with 1 when one is not so.
import assert from "node:assert/strict"
import { randomUUID } from "node:crypto"
import { tryAll } from "./sentences.mjs"

const { URL_OF_SERVER, NEIGHBOURHOOD, TOKENS } = process.env
const tokens = JSON.parse(TOKENS)
const TOPICS = `/neighbourhoods/${NEIGHBOURHOOD}/topics`

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
  assert.equal(answer.json.status, status)
  for (const member of ["type", "title", "detail"]) assert.ok(answer.json[member].length > 0)
  return answer.json
}

const begin = (who = "rosa", more = {}) => ok(201, who, "POST", TOPICS, { title: "The lamps", body: "All dark", ...more })
const reply = (who, topic, body = "I see it too", more = {}) =>
  ok(201, who, "POST", `/topics/${topic.id}/replies`, { body, ...more })
const replies = (topic, asked = "") => ok(200, null, "GET", `/topics/${topic.id}/replies${asked}`)

async function walk(who, path, ask) {
  const found = []
  let next = null
  do {
    const page = await ok(200, who, "GET", path + ask(next))
    found.push(...page.items)
    next = page.next
  } while (next !== null)
  return found
}

const pages = (limit) => (next) => `?limit=${limit}${next ? `&cursor=${encodeURIComponent(next)}` : ""}`

const sentences = {
  async "a topic is what everybody reads of it, signed out too"() {
    const topic = await begin("rosa", { section: "traffic" })
    assert.deepEqual(await ok(200, null, "GET", `/topics/${topic.id}`), topic)
    assert.deepEqual([topic.neighbourhood, topic.section, topic.state], [NEIGHBOURHOOD, "traffic", "open"])
    assert.deepEqual([topic.replies, topic.last_number, topic.author.officer], [0, 1, null])
    const { items } = await replies(topic)
    assert.deepEqual([items[0].number, items[0].body, items[0].html], [1, "All dark", "<p>All dark</p>\n"])
  },

  async "ten replies in a row pass, and a walk finds each once in its order"() {
    const topic = await begin()
    for (let number = 2; number <= 11; number += 1) await reply("amir", topic, `Number ${number}`)
    for (const limit of [1, 3, 11]) {
      const ask = (next) => `?after=${next ?? 0}&limit=${limit}`
      const numbers = (await walk(null, `/topics/${topic.id}/replies`, ask)).map((each) => each.number)
      assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    }
    assert.deepEqual(await replies(topic, "?after=11"), { items: [], next: null })
  },

  async "the topic that somebody wrote in last is listed first, and pages miss none"() {
    const made = [await begin(), await begin(), await begin()]
    await reply("amir", made[0])
    const listed = (await walk(null, TOPICS, pages(2))).map((topic) => topic.id)
    assert.deepEqual(listed.slice(0, 3), [made[0].id, made[2].id, made[1].id])
    assert.equal(new Set(listed).size, listed.length)
  },

  async "the same client_id again, six times at once too, is one topic and one reply"() {
    const draft = { title: "Once", body: "And no more", client_id: randomUUID() }
    const topics = await Promise.all([1, 2, 3, 4, 5, 6].map(() => begin("rosa", draft)))
    for (const topic of topics) assert.deepEqual(topic, topics[0])
    const client_id = randomUUID()
    const said = await Promise.all([1, 2, 3, 4, 5, 6].map(() => reply("amir", topics[0], "Once", { client_id })))
    for (const each of said) assert.deepEqual(each, said[0])
    assert.equal((await replies(topics[0])).items.length, 2)
  },

  async "of six edits of one version one is kept, and its words of before are nobody's"() {
    const topic = await begin()
    const said = await reply("amir", topic, "Wombat")
    const edits = [1, 2, 3, 4, 5, 6].map((each) =>
      call("amir", "PATCH", `/replies/${said.id}`, { body: `Edit ${each}`, version: said.version }))
    const statuses = (await Promise.all(edits)).map((answer) => answer.status).sort()
    assert.deepEqual(statuses, [200, 409, 409, 409, 409, 409])
    const now = (await replies(topic)).items[1]
    assert.deepEqual([now.version, now.edited], [2, true])
    assert.ok(!JSON.stringify(await replies(topic)).includes("Wombat"))
    await refused(409, "amir", "PATCH", `/replies/${said.id}`, { body: "Late", version: said.version })
    await refused(403, "rosa", "PATCH", `/replies/${said.id}`, { body: "Not mine", version: 2 })
  },

  async "what was taken back has its number and no words, also for who sends it again"() {
    const topic = await begin()
    const client_id = randomUUID()
    const said = await reply("amir", topic, "Wombat", { client_id })
    await reply("rosa", topic, "So do I", { reply_to: said.id })
    assert.equal(await ok(204, "amir", "DELETE", `/replies/${said.id}`), null)
    const { items } = await replies(topic)
    assert.deepEqual([items[1].number, items[1].body, items[1].html], [2, null, null])
    assert.equal(items[2].reply_to, said.id)
    assert.equal((await ok(200, null, "GET", `/topics/${topic.id}`)).replies, 1)
    const again = await call("amir", "POST", `/topics/${topic.id}/replies`, { body: "Wombat", client_id })
    assert.ok(!again.text.includes("Wombat"), again.text)
    for (const who of ["rosa", "ada", "mo", "amir"]) await refused(404, who, "GET", `/replies/${said.id}`)
  },

  async "an officer answers officially, a resident does not"() {
    const topic = await begin()
    await refused(403, "rosa", "POST", `/topics/${topic.id}/replies`, { body: "Official", official: true })
    const answer = await reply("ada", topic, "It is mended on Monday", { official: true })
    assert.deepEqual([answer.official, answer.author.officer.verified], [true, true])
    assert.equal((await ok(200, null, "GET", `/topics/${topic.id}`)).state, "answered")
  },

  async "what is unread has its first number, until it was read"() {
    const topic = await begin()
    await ok(204, "olga", "PUT", `/topics/${topic.id}/watch`)
    await ok(204, "olga", "PUT", `/topics/${topic.id}/read`, { number: 1 })
    await reply("amir", topic)
    const [unread] = (await ok(200, "olga", "GET", "/unread")).items.filter((each) => each.id === topic.id)
    assert.equal(unread.first_unread, 2)
    await ok(204, "olga", "PUT", `/topics/${topic.id}/read`, { number: 2 })
    await ok(204, "olga", "DELETE", `/topics/${topic.id}/watch`)
    await reply("amir", topic, "And again")
    const left = (await walk("olga", "/unread", pages(1))).map((each) => each.id)
    assert.ok(!left.includes(topic.id))
  },

  async "words are found by their stem, until they are taken back"() {
    const topic = await begin("rosa", { title: "Zebra crossings", body: "They are faded" })
    const found = await ok(200, null, "GET", `/search?q=zebra+crossing&neighbourhood=${NEIGHBOURHOOD}&kind=topic`)
    assert.deepEqual(found.items.map((each) => each.id), [topic.id])
    for (const member of ["kind", "title", "excerpt", "url"]) assert.equal(typeof found.items[0][member], "string")
    assert.equal(typeof found.items[0].score, "number")
    const [first] = (await replies(topic)).items
    await ok(204, "rosa", "DELETE", `/replies/${first.id}`)
    assert.deepEqual((await ok(200, null, "GET", "/search?q=zebra+crossing")).items, [])
    await refused(404, "ada", "GET", `/topics/${topic.id}`)
  },

  async "what is flagged, hidden and put back is so behind every door"() {
    const topic = await begin("rosa", { title: "Wombats", body: "There are wombats" })
    const target = { type: "topic", id: topic.id }
    await ok(201, "amir", "POST", "/flags", { target, reason: "abuse" })
    await ok(200, null, "GET", `/topics/${topic.id}`)
    const queue = await walk("mo", "/moderation/queue", (next) => pages(50)(next) + "&state=open")
    const item = queue.find((each) => each.target.id === topic.id)
    const [rule] = (await ok(200, null, "GET", "/rules")).items
    const ruling = { version: item.version, action: "hide", clause: rule.id, reason: "A rumour" }
    const decision = await ok(201, "mo", "POST", `/moderation/items/${item.id}/decision`, ruling)
    assert.equal((await refused(409, "dee", "POST", `/moderation/items/${item.id}/decision`, ruling)).decision.id, decision.id)
    for (const path of ["", "/replies"]) await refused(404, "amir", "GET", `/topics/${topic.id}${path}`)
    for (const path of [TOPICS, "/search?q=wombats", "/unread"]) {
      assert.ok(!(await call("amir", "GET", path)).text.includes(topic.id), path)
    }
    await refused(404, "amir", "POST", `/decisions/${decision.id}/appeal`, { text: "Not mine" })
    await ok(201, "rosa", "POST", `/decisions/${decision.id}/appeal`, { text: "Look again" })
    await refused(409, "rosa", "POST", `/decisions/${decision.id}/appeal`, { text: "And again" })
    await ok(204, "mo", "POST", `/decisions/${decision.id}/undo`)
    assert.equal((await ok(200, null, "GET", `/topics/${topic.id}`)).title, "Wombats")
  },

  async "what waits is 202 with its reason, the same again, and nobody else's until it is approved"() {
    const topic = await begin()
    const draft = { body: "You are a spastic", client_id: randomUUID() }
    const held = await ok(202, "amir", "POST", `/topics/${topic.id}/replies`, draft)
    assert.equal(held.status, "held")
    assert.ok(held.reason.length > 0)
    assert.deepEqual(await ok(202, "amir", "POST", `/topics/${topic.id}/replies`, draft), held)
    for (const who of [null, "rosa", "olga"]) await refused(404, who, "GET", `/replies/${held.id}`)
    assert.equal((await replies(topic)).items.length, 1)
    const queue = await walk("mo", "/moderation/queue", pages(50))
    const item = queue.find((each) => each.target.id === held.id)
    const ruling = { version: item.version, action: "approve", clause: "", reason: "" }
    const decided = await call("mo", "POST", `/moderation/items/${item.id}/decision`, ruling)
    assert.equal(decided.status, 201, decided.text)
    const shown = (await replies(topic)).items[1]
    assert.deepEqual([shown.id, shown.number], [held.id, 2])
  },

  async "what is wrong is said by its field, and what is not there or not theirs by its status"() {
    const topic = await begin()
    const wrong = await refused(422, "rosa", "POST", `/topics/${topic.id}/replies`, { body: 5 })
    assert.equal(wrong.errors[0].field, "body")
    assert.ok(wrong.errors[0].message)
    await refused(422, "rosa", "PUT", `/topics/${topic.id}/read`, { number: 0 })
    await refused(422, null, "GET", `${TOPICS}?cursor=nowhere`)
    await refused(422, null, "GET", `/topics/${topic.id}/replies?after=-1`)
    await refused(404, null, "GET", "/topics/0123456789abcdef")
    await refused(401, null, "POST", TOPICS, { title: "x", body: "x" })
    await refused(403, "gwen", "POST", `/topics/${topic.id}/replies`, { body: "A guest" })
    await refused(403, "rosa", "POST", TOPICS, { title: "x", body: "x", section: "notices" })
    for (const path of ["/unread", "/moderation/queue"]) await refused(401, null, "GET", path)
    await refused(403, "rosa", "GET", "/moderation/queue")
  },
}

await tryAll(sentences)
