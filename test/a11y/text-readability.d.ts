declare module 'text-readability' {
  const readability: {
    /** Years of school that an English text needs. */
    fleschKincaidGrade(text: string): number;
  };
  export default readability;
}
