import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

/**
 * One call of the bench's GIIP; answers the response as it begins to come.
 * @param {string} url
 * @param {string} method
 * @param {string | Buffer} body
 * @returns {Promise<import('node:http').IncomingMessage>}
 */
export function post(url, method, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    };
    request(url, { method, agent, headers }, resolve).once('error', reject).end(body);
  });
}
