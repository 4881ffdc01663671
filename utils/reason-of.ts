/** @returns the word for programs in our server's refusal, such as `class-name-taken`; undefined where there is none */
export function reasonOf(error: unknown): string | undefined {
  const { data } = error instanceof Error
    ? (error as Error & { readonly data?: { readonly data?: { readonly reason?: string } } })
    : {}
  return data?.data?.reason
}
