/** The kept-up fork of s3rver, which has the same interface. */
declare module "@20minutes/s3rver" {
  import S3rver = require("s3rver");
  export = S3rver;
}
