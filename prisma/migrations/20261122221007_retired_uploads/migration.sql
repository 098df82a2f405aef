-- An upload's own copies are kept for as long as its sizes are, once it is thrown away: named by its id, which is longer.
ALTER TABLE "retired_files" RENAME COLUMN "hash" TO "name";
ALTER TABLE "retired_files" ALTER COLUMN "name" SET DATA TYPE VARCHAR(40);
