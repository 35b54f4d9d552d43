import { base64, bytesOf } from './linkBytes'
import type { Lesson } from './lesson'
import { lessonFile, lessonFromText, maxLessonBytes } from './lessonJson'
import { maxLinkLength } from './link'
import { problem, type Problem } from './problem'

/** What a link to a lesson begins with, after the "#". */
export const lessonKey = 'lesson='

/**
 * A lesson as a link, from after the "#": its file, deflated, as base64url. Undefined where it is longer than a link
 * may be.
 */
export async function encodeLesson(lesson: Lesson): Promise<string | undefined> {
  const bytes = await through(
    new CompressionStream('deflate-raw'),
    new TextEncoder().encode(lessonFile(lesson)),
  )
  const link = `${lessonKey}${base64([...bytes!])}`
  return link.length <= maxLinkLength ? link : undefined
}

/** Reads a link to a lesson, with or without "#". Never throws; nothing larger than a lesson file is made of it. */
export async function decodeLesson(text: string): Promise<Lesson | Problem> {
  const link = text.replace(/^#/, '')
  if (!link.startsWith(lessonKey)) return problem('this is no link to a lesson')
  if (link.length > maxLinkLength)
    return problem(
      `the link has ${link.length} characters; at most ${maxLinkLength} are read, open a file instead`,
    )
  const packed = bytesOf(link.slice(lessonKey.length))
  const cut = problem('the link to a lesson was cut off or changed on its way')
  if (!packed || packed.length === 0) return cut
  try {
    const bytes = await through(new DecompressionStream('deflate-raw'), packed)
    if (!bytes) return problem('the lesson in the link is larger than a lesson may be')
    return lessonFromText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return cut
  }
}

/** Undefined as soon as more comes out than a lesson may have. */
async function through(
  { readable, writable }: { readable: ReadableStream<Uint8Array>; writable: WritableStream<BufferSource> },
  bytes: Uint8Array,
): Promise<Uint8Array | undefined> {
  const writer = writable.getWriter()
  // What goes wrong is heard from the reader.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => undefined)
  writer.close().catch(() => undefined)
  const reader = readable.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > maxLessonBytes) {
      await reader.cancel()
      return undefined
    }
    parts.push(value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
