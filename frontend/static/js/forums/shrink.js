// A photo as a phone takes it has more pixels than are ever shown, and more bytes than are taken: drawn anew, smaller.
const LONGEST_SIDE = 2400; // pixels
const LARGEST = 4 * 1024 * 1024; // bytes
const QUALITY = 0.88;

/** The same file where it is small enough, or where this browser can't read it: the server says what is wrong with it. */
export async function smaller(file) {
  if (file.size <= LARGEST) return file;
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return (await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY))) ?? file;
  } catch {
    return file;
  }
}
