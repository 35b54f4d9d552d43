import { useEffect, useMemo, useState } from 'react'
import type { Document } from '../document/document'
import { embeddingNamed } from '../document/embeddings'
import { originOf, type TensorOrigin } from '../document/exportTensors'
import {
  documentFromTensors,
  readChoice,
  titleOf,
  type Choice,
  type QueriesAndKeys,
} from '../document/fromTensors'
import { isProblem, problem, type Problem } from '../document/problem'
import type { Chosen } from '../document/tensorChoice'
import type { TensorFiles } from './readImport'

/** What the chosen tensors make. */
export interface FromTensors {
  readonly document: Document
  readonly origin: TensorOrigin
  readonly read: QueriesAndKeys
}

/** The model of a choice; the numbers are read again where the choice of them changes. Undefined until then. */
export function useFromTensors(
  { tensors, format, title }: TensorFiles,
  chosen: Chosen,
): FromTensors | Problem | undefined {
  const { q, k, qPart, kPart, inner, embedding } = chosen
  const choice = useMemo<Choice>(
    () => ({ q: tensors[q]!, k: tensors[k]!, qPart, kPart, inner }),
    [tensors, q, k, qPart, kPart, inner],
  )
  const [read, setRead] = useState<{ of: Choice; result: QueriesAndKeys | Problem }>()

  useEffect(() => {
    let isCurrent = true
    void readChoice(choice)
      .catch((error: unknown) =>
        problem(`the file cannot be read: ${error instanceof Error ? error.message : String(error)}`),
      )
      .then((result) => isCurrent && setRead({ of: choice, result }))
    return () => {
      isCurrent = false
    }
  }, [choice])

  const result = read?.of === choice ? read.result : undefined
  return useMemo(() => {
    if (!result || isProblem(result)) return result
    const names = [choice.q.name, choice.k.name] as const
    const document = documentFromTensors(result, embeddingNamed(embedding)!, titleOf(title, ...names))
    return isProblem(document)
      ? document
      : { document, origin: originOf(choice, embedding, format), read: result }
  }, [result, embedding, choice, title, format])
}
