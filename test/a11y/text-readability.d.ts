declare module 'text-readability' {
  const readability: {
    /** Years of school that a text in English asks for. */
    fleschKincaidGrade(text: string): number;
  };
  export default readability;
}
