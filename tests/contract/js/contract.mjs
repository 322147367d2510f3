// The contract's live part, tried by the official JavaScript client: what a browser or an integration would do.
// Called by ../test_javascript_client.py with the address, the room and the tokens in the environment; prints one line
// of TAP for each sentence, and ends with 1 when one is not so.
import assert from "node:assert/strict"
import { randomUUID } from "node:crypto"
import { io } from "socket.io-client"
import { tryAll } from "./sentences.mjs"

const { URL_OF_SERVER, ROOM, TOKENS } = process.env
const tokens = JSON.parse(TOKENS)
const PATIENCE = 5000

function connect(auth, options = {}) {
  return io(`${URL_OF_SERVER}/rooms`, { auth, transports: ["websocket"], forceNew: true, reconnection: false, ...options })
}

function opened(socket) {
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(socket))
    socket.once("connect_error", reject)
  })
}

class Seat {
  constructor(socket) {
    this.socket = socket
    this.heard = []
    socket.onAny((name, data) => this.heard.push({ name, data }))
  }

  send(event, data = {}) {
    return this.socket.timeout(PATIENCE).emitWithAck(event, { room: ROOM, ...data })
  }

  async ok(event, data) {
    const ack = await this.send(event, data)
    assert.equal(ack.ok, true, `${event}: ${JSON.stringify(ack)}`)
    return ack
  }

  async refused(event, data) {
    const ack = await this.send(event, data)
    assert.equal(ack.ok, false, `${event}: ${JSON.stringify(ack)}`)
    assert.ok(ack.error.message.length > 0)
    return ack.error.code
  }

  say(body, more = {}) {
    return this.ok("send_message", { client_id: randomUUID(), body, ...more })
  }

  async hear(name, fits = () => true) {
    const until = Date.now() + PATIENCE
    while (Date.now() < until) {
      const found = this.heard.find((each) => each.name === name && fits(each.data))
      if (found) return found.data
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    assert.fail(`${name} never came; heard ${JSON.stringify(this.heard.map((each) => each.name))}`)
  }

  kind(kind, id) {
    return this.hear("event", (entry) => entry.kind === kind && (!id || entry.data.id === id))
  }
}

async function enter(who, after = 0) {
  const seat = new Seat(await opened(connect({ token: tokens[who] })))
  seat.entered = await seat.ok("enter", { after })
  return seat
}

const sentences = {
  async "a dead token is refused with the reason"() {
    const error = await opened(connect({ token: "dead" })).catch((refused) => refused)
    assert.ok(error instanceof Error)
    assert.equal(error.data.code, "not_allowed")
    assert.ok(error.data.message)
  },

  async "a foreign origin is refused, token or not"() {
    const options = { extraHeaders: { Origin: "https://evil.example" } }
    await assert.rejects(opened(connect({ token: tokens.rosa }, options)))
  },

  async "Rosa's words reach Amir after their acknowledgement, in the log's order"() {
    const [rosa, amir] = [await enter("rosa"), await enter("amir")]
    const said = await rosa.say("Noswaith dda 🚓")
    assert.equal(said.status, "published")
    const entry = await amir.kind("message_posted", said.id)
    assert.equal(entry.seq, said.seq)
    assert.equal(entry.data.body, "Noswaith dda 🚓")
    assert.equal(entry.data.author.officer, null)
  },

  async "many words at once leave no gap for anybody"() {
    const seats = [await enter("rosa"), await enter("amir"), await enter("ada")]
    const first = seats[0].entered.last_seq
    await Promise.all(seats.flatMap((seat) => [1, 2, 3].map((number) => seat.say(`Word ${number}`))))
    for (const seat of seats) {
      await seat.hear("event", (entry) => entry.seq === first + 9)
      const seqs = seat.heard.filter((each) => each.name === "event").map((each) => each.data.seq)
      assert.deepEqual(seqs.filter((seq) => seq > first), [1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => first + step))
    }
  },

  async "the same client_id again is the same message"() {
    const rosa = await enter("rosa")
    const draft = { client_id: randomUUID(), body: "Once" }
    assert.deepEqual(await rosa.ok("send_message", draft), await rosa.ok("send_message", draft))
  },

  async "a client that was away catches up from where it was"() {
    const rosa = await enter("rosa")
    const before = rosa.entered.last_seq
    await rosa.say("While you were away")
    const amir = await enter("amir", before)
    assert.deepEqual(amir.entered.events.map((entry) => entry.seq), [before + 1])
    assert.deepEqual((await amir.ok("catch_up", { after: before })).events, amir.entered.events)
    assert.equal((await amir.ok("catch_up", { after: 99999 })).reset, true)
  },

  async "a question is answered by the host only"() {
    const [rosa, ada] = [await enter("rosa"), await enter("ada")]
    const { id } = await rosa.say("When?", { kind: "question" })
    const answer = { id, client_id: randomUUID(), body: "On Tuesday" }
    assert.equal(await rosa.refused("answer_question", answer), "not_allowed")
    const answered = await ada.ok("answer_question", answer)
    const entry = await rosa.kind("question_answered", id)
    assert.equal(entry.seq, answered.seq)
    assert.equal(entry.data.answer, "On Tuesday")
    assert.equal(entry.data.by.officer.verified, true)
  },

  async "personal data is warned of, then held, then approved into the log"() {
    const [rosa, amir, mo] = [await enter("rosa"), await enter("amir"), await enter("mo")]
    const draft = { client_id: randomUUID(), body: "Ring me on 07700 900123" }
    assert.equal((await rosa.ok("send_message", draft)).status, "warned")
    const held = await rosa.ok("send_message", { ...draft, confirm: true })
    assert.equal(held.status, "held")
    assert.equal((await mo.hear("held", (data) => data.id === held.id)).body, draft.body)
    const { seq } = await mo.ok("approve_message", { id: held.id })
    assert.equal((await amir.kind("message_posted", held.id)).seq, seq)
    assert.equal((await rosa.hear("held_decided")).status, "published")
    assert.equal(amir.heard.some((each) => each.name === "held"), false)
  },

  async "what was hidden carries no words for anybody"() {
    const [rosa, mo] = [await enter("rosa"), await enter("mo")]
    const said = await rosa.say("A rumour")
    await mo.ok("hide_message", { id: said.id, reason: "A rumour" })
    await rosa.kind("message_hidden", said.id)
    const { events } = await rosa.ok("catch_up", { after: said.seq - 1 })
    assert.equal(events[0].data.body, null)
    assert.equal(events[0].data.html, null)
  },

  async "presence counts people and names officers"() {
    const [rosa, ada] = [await enter("rosa"), await enter("ada")]
    const told = await rosa.hear("presence", (data) => data.officers.length === 1)
    assert.ok(told.people >= 2)
    ada.socket.disconnect()
  },

  async "input that is wrong gets its code and the connection stays up"() {
    const rosa = await enter("rosa")
    assert.equal(await rosa.refused("send_message", { client_id: randomUUID() }), "invalid")
    assert.equal(await rosa.refused("send_message", { client_id: randomUUID(), body: "x".repeat(10000) }), "invalid")
    assert.equal(await rosa.refused("send_message", { client_id: randomUUID(), body: new Uint8Array([1, 2]) }), "invalid")
    assert.equal(await rosa.refused("enter", { room: "nowhere", after: 0 }), "not_found")
    assert.equal(await rosa.refused("set_mode", { mode: "locked" }), "not_allowed")
    assert.equal(await rosa.refused("no_such_event"), "invalid")
    assert.equal((await rosa.say("Still here")).status, "published")
  },

  async "after the close there are no more words"() {
    const [rosa, ada] = [await enter("rosa"), await enter("ada")]
    await fetch(`${URL_OF_SERVER}/api/v1/surgeries/${ROOM}/close`, {
      method: "POST",
      headers: { Authorization: `Bearer ${tokens.ada}` },
    })
    await rosa.kind("surgery_closed")
    assert.equal(await rosa.refused("send_message", { client_id: randomUUID(), body: "Too late" }), "closed")
    assert.equal(await ada.refused("send_message", { client_id: randomUUID(), body: "Too late" }), "closed")
  },
}

await tryAll(sentences)
