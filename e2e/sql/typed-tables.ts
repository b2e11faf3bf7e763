/** Tables of every type that is read, of values that are refused, without a key, without rows, and of many rows. */
export const typedTables = `
CREATE TYPE level AS ENUM ('low', 'high');
CREATE DOMAIN share AS numeric(5, 2);
CREATE TABLE typed (
  id int PRIMARY KEY, small smallint, big bigint, half real, double float8, money numeric(14, 2),
  whole numeric(20), free numeric, flag boolean, text text, code varchar(9), risk level, part share,
  day date, moment timestamp, zoned timestamptz, "Odd ""name""" int, raw bytea);
INSERT INTO typed VALUES
  (2, -2, 0, 16777216, '-0', -0.01, 0, 1e3, false, 'é, "q"', '7', 'high', 0.5, '1970-01-01', '1970-01-01', '1970-01-01 01:00+01', 5, '\\x00'),
  (1, 1, 9007199254740991, 0.1, 0.1, 12.50, 12, 0.1, true, 'a', '07', 'low', 12.25, '2024-01-01', '2023-11-14 22:13:20', '2024-01-01 12:00+00', 4, NULL),
  (4, 7, -9007199254740991, 3.4028235e38, 4, 1, 42, 7, true, 'NA', '8', 'low', 1, '1969-12-31', '2024-02-29 12:00:00.5', '2024-01-01 00:00+00', NULL, NULL),
  (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
CREATE TABLE bad (a float8, big bigint, amount money); INSERT INTO bad VALUES (1, 1, 1), ('NaN', 9007199254740993, 1);
CREATE TABLE unkeyed AS SELECT 1 AS a;
CREATE TABLE empty (a int);
CREATE TABLE numbers AS SELECT n, n / 7.0::float8 AS seventh, 't' || n % 11 AS text FROM generate_series(1, 50000) n;
CREATE ROLE guest LOGIN PASSWORD 'guest'; GRANT CONNECT ON DATABASE insurance TO guest;
CREATE SEQUENCE counter;
`;

/** What `typed` holds, in the order of its key, without `raw`. */
export const typedCsv = `id,small,big,half,double,money,whole,free,flag,text,code,risk,part,day,moment,zoned,"Odd ""name"""
1,1,9007199254740991,0.1,0.1,12.50,12,0.1,1,a,07,low,12.25,2024-01-01,2023-11-14 22:13:20,2024-01-01 12:00:00+00,4
2,-2,0,16777216.0,-0.0,-0.01,0,1000.0,0,"é, ""q""",7,high,0.50,1970-01-01,1970-01-01 00:00:00,1970-01-01 00:00:00+00,5
3,,,,,,,,,,,,,,,,
4,7,-9007199254740991,3.4028235e38,4.0,1.00,42,7.0,1,NA,8,low,1.00,1969-12-31,2024-02-29 12:00:00.5,2024-01-01 00:00:00+00,
`;
