import { afterEach, beforeEach, expect, vi } from "vitest";

// Bugs announce themselves on console.error (React, Node's warnings, our own last resort). A test that
// expects one says so with vi.spyOn(console, "error").
let complaints: unknown[][] = [];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => {
    complaints.push(words);
  });
});

afterEach(() => {
  expect(complaints, "unexpected console.error").toEqual([]);
});
