/* The service, spoken to. What it refuses, and a service that is gone, become a Problem whose message a person can read. */

import { anotherKey, key } from "./key.js";

export class Problem extends Error {
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

/** The response to a request, which is repeated when the service wants an API key and the person gives one. */
export async function request(path, options = {}) {
  for (;;) {
    const used = key();
    const response = await sent(path, options, used);
    if (response.ok) return response;
    const problem = await told(response);
    if (response.status !== 401 || !(await anotherKey(used, problem.message))) throw problem;
  }
}

async function sent(path, options, used) {
  const headers = { ...options.headers, ...(used && { Authorization: `Bearer ${used}` }) };
  try {
    return await fetch(path, { ...options, headers });
  } catch (error) {
    throw readable(error, "The service cannot be reached. Is it running?");
  }
}

async function told(response) {
  const body = await response.json().catch(() => ({}));
  return new Problem(body.detail ?? `The service failed (${response.status}).`, response.status);
}

export const get = async (path) => (await request(path)).json();

export const remove = (path) => request(path, { method: "DELETE" });

export async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return (await request(path, { method: "POST", headers, body: JSON.stringify(body) })).json();
}

/** The server-sent events of a request as [name, data]. */
export async function* events(path, options = {}) {
  const response = await request(path, { ...options, headers: { ...options.headers, Accept: "text/event-stream" } });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  for (let part = await next(reader); !part.done; part = await next(reader)) {
    const blocks = (buffer + part.value).split(/\r?\n\r?\n/);
    buffer = blocks.pop();
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block); // a comment is a heartbeat and carries nothing
      const data = /^data: (.*)$/m.exec(block);
      if (event && data) yield [event[1].trim(), JSON.parse(data[1])];
    }
  }
}

async function next(reader) {
  try {
    return await reader.read();
  } catch (error) {
    throw readable(error, "The connection to the service was lost.");
  }
}

/** The browser's own words for a lost connection help nobody; that a person stopped a request stays what it is. */
function readable(error, message) {
  return error instanceof TypeError ? new Problem(message) : error;
}
