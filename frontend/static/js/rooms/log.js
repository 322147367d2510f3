// The ordered log. Live events are hints: what is drawn is always the next seq, and a gap is asked for.

const PATIENCE = 150; // ms: several processes may deliver two neighbours in the wrong order

export class Log {
  /**
   * last: the seq that the page shows already. apply(event) draws one entry; blank(event) may take words away before
   * their turn; restart() clears the screen; fetch(after) asks for `{events, last_seq, more, reset}` and may reject.
   */
  constructor(last, { apply, blank, restart, fetch }) {
    Object.assign(this, { last, apply, blank, restart, fetch });
    this.early = new Map();
    this.catching = null;
    this.timer = null;
  }

  /** One live event, in whatever order it comes. */
  offer(event) {
    if (event.seq <= this.last) return;
    this.early.set(event.seq, event);
    if (event.seq > this.last + 1) this.blank(event);
    this.drain();
    this.mindGap();
  }

  /** The log is known to reach this far: an acknowledgement said so. */
  expect(seq) {
    if (seq > this.last && !this.early.has(seq)) this.later();
  }

  /** One answer to `enter` or `catch_up`; true when more is to be asked for. */
  take({ events, last_seq: reaches, more, reset }) {
    if (reset) this.forget();
    for (const event of events) this.early.set(event.seq, event);
    this.drain();
    if (!more && reaches > this.last) this.skipTo(reaches);
    return more && events.length > 0;
  }

  /** Asks until nothing is missing; one at a time. */
  catchUp() {
    clearTimeout(this.timer);
    this.timer = null;
    this.catching ??= this.askUntilWhole().finally(() => { this.catching = null; });
    return this.catching;
  }

  async askUntilWhole() {
    while (this.take(await this.fetch(this.last)));
  }

  drain() {
    for (const seq of [...this.early.keys()].filter((seq) => seq <= this.last)) this.early.delete(seq);
    for (let next; (next = this.early.get(this.last + 1)); ) {
      this.early.delete(next.seq);
      this.last = next.seq;
      this.apply(next);
    }
  }

  /** What the server cannot give any more is not waited for. */
  skipTo(seq) {
    this.last = seq;
    this.drain();
  }

  mindGap() {
    if (this.early.size > 0) this.later();
  }

  later() {
    this.timer ??= setTimeout(() => this.catchUp().catch(() => {}), PATIENCE * (1 + Math.random()));
  }

  forget() {
    this.last = 0;
    this.early.clear();
    this.restart();
  }
}
