import { useEffect, useState } from 'react'
import type { Lesson } from '../../document/lesson'
import { decodeLink } from '../../document/link'
import { fitWindow } from '../../document/window'
import { stageDrawer } from '../../store/stageFigure'

/** Pixels; letters of it are as large as those of the text when it is printed. */
const size = { width: 640, height: 400 }
const zoom = 1.35

export type Picture = { readonly url: string } | { readonly problem: string }

/** The stage of each place of the lesson as vectors, one after the other, so that the page answers meanwhile. */
export function usePictures({ steps, exercises }: Lesson): readonly Picture[] {
  const [pictures, setPictures] = useState<readonly Picture[]>([])
  useEffect(() => {
    let isGone = false
    const draw = async () => {
      const all: Picture[] = []
      for (const { link } of [...steps, ...exercises]) {
        const picture = await drawn(link)
        // A task of its own for each.
        await new Promise((done) => setTimeout(done))
        if (isGone) return
        all.push(picture)
        setPictures([...all])
      }
    }
    void draw()
    return () => {
      isGone = true
    }
  }, [steps, exercises])
  return pictures
}

async function drawn(link: string): Promise<Picture> {
  try {
    const drawStage = await stageDrawer()
    const { document, view } = decodeLink(link)
    const figure = drawStage({ document, view, window: fitWindow(document), size, zoom, colours: 'print' })
    return { url: `data:image/svg+xml,${encodeURIComponent(figure.svg(document.title))}` }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
