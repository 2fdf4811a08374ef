import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeClock, settled } from "../fakes/clock.js";
import { FakePort, host } from "../fakes/port.js";
import { HostConnection } from "../src/host/connection.js";

/** A connection whose host behaves, at each start, like the next of `answers` (the last one stays). */
function connectionTo(...answers) {
  const clock = new FakeClock();
  const ports = [];
  const states = [];
  const retries = [];
  const connection = new HostConnection({
    connect: () => {
      const port = new FakePort(answers[Math.min(ports.length, answers.length - 1)]);
      ports.push(port);
      return port;
    },
    version: "0.1.0",
    introduction: async () => ({ locale: "en", identities: [] }),
    planRetry: delay => retries.push(delay),
    onState: state => states.push(state),
    timers: clock,
  });
  return { clock, connection, ports, retries, states };
}
const silent = () => undefined;

test("one host is started, however many ask at once", async () => {
  const { connection, ports } = connectionTo(host({}));
  await Promise.all([connection.open(), connection.open(), connection.open()]);
  assert.equal(ports.length, 1);
  assert.equal(connection.state.kind, "ready");
});

test("a program that is not registered was never started", async () => {
  const { connection, ports, retries } = connectionTo(silent);
  const opening = assert.rejects(connection.open());
  await settled();
  ports[0].end({ message: "No such native application org.tripostal.host" });
  await opening;
  assert.equal(connection.state.kind, "never-started");
  assert.match(connection.state.detail, /No such native application/);
  assert.equal(retries.length, 1);
});

test("a program that ends before it has ever answered was never started either", async () => {
  const { connection, ports } = connectionTo(silent);
  const opening = assert.rejects(connection.open());
  await settled();
  ports[0].end();
  await opening;
  assert.equal(connection.state.kind, "never-started");
});

test("a silent crash later means that it was lost; what waited fails, and it is tried again", async () => {
  const { connection, ports, retries } = connectionTo(host({}));
  await connection.open();
  const asked = assert.rejects(connection.request("compose/judge", {}), { name: "HostGone" });
  await settled();
  ports[0].end();
  await asked;
  assert.equal(connection.state.kind, "was-lost");
  assert.equal(retries.length, 1);
  await connection.open();
  assert.equal(ports.length, 2);
  assert.equal(connection.state.kind, "ready");
  assert.equal(connection.state.attempt, 0);
});

test("a program that was there and is uninstalled counts as never started: the user has to install it", async () => {
  const { connection, ports } = connectionTo(host({}), silent);
  await connection.open();
  ports[0].end();
  const opening = assert.rejects(connection.open());
  await settled();
  ports[1].end({ message: "No such native application org.tripostal.host" });
  await opening;
  assert.equal(connection.state.kind, "never-started");
});

test("a program that does not answer is given up and started anew", async () => {
  const { clock, connection, ports, retries } = connectionTo(host({}));
  await connection.open();
  const asked = assert.rejects(connection.request("messages/judge", {}, 5_000), { name: "HostTimeout" });
  await settled();
  await clock.advance(5_000);
  await asked;
  assert.equal(connection.state.kind, "hanging");
  assert.equal(ports[0].disconnected, true);
  assert.equal(retries.length, 1);
});

test("a program of another version is not asked anything, and not started again by itself", async () => {
  const { connection, ports, retries } = connectionTo(host({ version: "0.2.0" }));
  await assert.rejects(connection.open(), { code: -32001 });
  assert.equal(connection.state.kind, "other-version");
  assert.equal(connection.state.version, "0.2.0");
  await assert.rejects(connection.request("compose/judge", {}), { code: -32001 });
  assert.equal(ports.length, 1);
  assert.deepEqual(retries, []);
});

test("a patch release of the other half fits", async () => {
  const { connection } = connectionTo(host({ version: "0.1.7" }));
  await connection.open();
  assert.equal(connection.state.kind, "ready");
});

test("Try again begins at once and afresh", async () => {
  const { connection, ports } = connectionTo(host({ version: "0.2.0" }), host({}));
  await assert.rejects(connection.open());
  await connection.retry();
  assert.equal(ports.length, 2);
  assert.equal(connection.state.kind, "ready");
});

test("a change that the host tells is taken in", async () => {
  const { connection, ports } = connectionTo(host({ routes: 2 }));
  await connection.open();
  const problem = { file: "routes.csv", line: 3, message: "no address", remedy: "Write one." };
  ports[0].say({ jsonrpc: "2.0", method: "state/changed", params: { version: "0.1.0", active: false, routes: 1, problems: [problem] } });
  assert.equal(connection.state.routes, 1);
  assert.equal(connection.state.active, false);
  assert.deepEqual(connection.state.problems, [problem]);
});

test("a setting that cannot be written is told, and the connection goes on", async () => {
  const { connection } = connectionTo(host({ active: false }, ({ id }) => ({ jsonrpc: "2.0", id, error: { code: -32004, message: "settings.yaml cannot be written" } })));
  await connection.open();
  await assert.rejects(connection.setActive(true), { code: -32004, message: "settings.yaml cannot be written" });
  assert.equal(connection.state.kind, "ready");
  assert.equal(connection.state.active, false);
});

test("a page that is started again goes on counting its attempts, but does not believe that it is connected", async () => {
  for (const [before, kind, attempt] of [["was-lost", "was-lost", 4], ["ready", "connecting", 3]]) {
    const states = [];
    const connection = new HostConnection({
      connect: () => new FakePort(), version: "0.1.0", introduction: async () => ({}), planRetry: () => undefined,
      onState: state => states.push(state), timers: new FakeClock(),
      recall: async () => ({ ...connection.state, kind: before, attempt: attempt === 4 ? 4 : 3, everReady: true }),
    });
    connection.open().catch(() => undefined);
    await settled();
    assert.equal(connection.state.kind, kind);
    assert.equal(connection.state.attempt, attempt);
  }
});

test("an add-on that cannot introduce itself says why instead of waiting for ever", async () => {
  const connection = new HostConnection({
    connect: () => new FakePort(), version: "0.1.0", introduction: async () => { throw new Error("no accounts"); },
    planRetry: () => undefined, onState: () => undefined, timers: new FakeClock(),
  });
  await assert.rejects(connection.open(), /no accounts/);
  assert.equal(connection.state.detail, "no accounts");
});
