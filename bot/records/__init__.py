"""What is kept of questions and of votes on answers, and the reports made of it."""
