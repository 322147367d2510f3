// What each client of the contract ends with: its sentences, tried one after the other.

// Prints a line of TAP for each, and ends the process: with 1 where one of them is not so.
export async function tryAll(sentences) {
  let failures = 0
  for (const [sentence, tried] of Object.entries(sentences)) {
    try {
      await tried()
      console.log(`ok - ${sentence}`)
    } catch (error) {
      failures += 1
      console.log(`not ok - ${sentence}\n${error.stack}`)
    }
  }
  process.exit(failures ? 1 : 0)
}
