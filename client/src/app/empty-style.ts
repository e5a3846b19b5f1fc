/** What a stylesheet is in tests. */
export default {};
