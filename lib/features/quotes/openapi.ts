import { z } from "zod";
import { orderStorySchema } from "@/lib/features/orders/schema";
import {
  errorsSchema,
  productDetailSchema,
  productListSchema,
  productQuerySchema,
  quoteInputSchema,
  quoteSchema,
} from "@/lib/features/quotes/schema";

/** The public JSON API as OpenAPI 3.1, from the very schemas that judge and shape it. */
export function describeApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Touchmark",
      version: "1",
      description:
        "What a workshop makes, and what one piece of it costs, whether its engraving fits and when it arrives. " +
        "Money is a whole number in the currency's smallest unit; lengths are millimetres; days are YYYY-MM-DD.",
    },
    paths: {
      "/api/v1/products": {
        get: {
          operationId: "listProducts",
          summary: "What we make, a page at a time",
          parameters: queryParameters(),
          responses: {
            200: answer("A page of products", "ProductList"),
            ...{ 422: refusal, 429: refusal },
            503: answer("The days for needBy are being worked out; ask again after Retry-After", "Errors"),
          },
        },
      },
      "/api/v1/products/{slug}": {
        get: {
          operationId: "getProduct",
          summary: "What can be chosen on one design",
          parameters: [{ name: "slug", in: "path", required: true, schema: { type: "string" } }],
          responses: { 200: answer("The design and its options", "Product"), 404: refusal, 429: refusal },
        },
      },
      "/api/v1/orders/{token}": {
        get: {
          operationId: "getOrder",
          summary: "What was ordered, how far it is, and when it arrives; for who has its link",
          parameters: [{ name: "token", in: "path", required: true, schema: { type: "string" } }],
          responses: { 200: answer("The order", "OrderStory"), 404: refusal, 429: refusal },
        },
      },
      "/api/v1/quotes": {
        post: {
          operationId: "quotePiece",
          summary: "What a piece costs, whether its engraving fits, and when it arrives",
          requestBody: { required: true, content: json("QuoteQuestion") },
          responses: {
            200: answer("The quote", "Quote"),
            ...Object.fromEntries([400, 404, 413, 422, 429].map((status) => [status, refusal])),
          },
        },
      },
    },
    components: {
      schemas: {
        OrderStory: jsonSchema(orderStorySchema, "output"),
        QuoteQuestion: jsonSchema(quoteInputSchema, "input"),
        Quote: jsonSchema(quoteSchema, "output"),
        ProductList: jsonSchema(productListSchema, "output"),
        Product: jsonSchema(productDetailSchema, "output"),
        Errors: jsonSchema(errorsSchema, "output"),
      },
    },
  };
}

const refusal = answer("Everything that is wrong, each with its path and what to do about it", "Errors");

function answer(description: string, schema: string) {
  return { description, content: json(schema) };
}

function json(schema: string) {
  return { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } };
}

function queryParameters() {
  const { properties = {} } = jsonSchema(productQuerySchema, "input");
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: false, schema }));
}

function jsonSchema(schema: z.ZodType, io: "input" | "output") {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io });
  return described;
}
