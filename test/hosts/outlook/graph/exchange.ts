/** One question to Graph and its answer, whoever carries them: a browser's route or a plain fetch. */
export type GraphQuestion = {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
};

export type GraphAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
};

export const json = (
  status: number,
  value: object,
  headers: Readonly<Record<string, string>> = {},
): GraphAnswer => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(value),
});

/** https://learn.microsoft.com/graph/errors: a code, and words that no program should read. */
export const refusal = (
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): GraphAnswer =>
  json(
    status,
    { error: { code, message: `Emulated: ${code}`, innerError: { "request-id": "0" } } },
    headers,
  );

export const bytes = (type: string, body: Uint8Array): GraphAnswer => ({
  status: 200,
  headers: { "content-type": type, "content-length": String(body.length) },
  body,
});

export const nothing: GraphAnswer = { status: 204, headers: {}, body: "" };

export const objectOf = (question: GraphQuestion): Readonly<Record<string, unknown>> | null => {
  if (question.body === null || question.body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(Buffer.from(question.body).toString("utf8"));
    return typeof parsed === "object" && parsed !== null
      ? (parsed as Readonly<Record<string, unknown>>)
      : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
};
