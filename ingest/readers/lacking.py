"""What readers could not do for want of a program, in the words of their warnings."""

NUMBERING_LOST = (
    "Automatic numbers and headings were lost: antiword cannot read them, and LibreOffice, which "
    "can, is not installed."
)
NOT_RECOGNISED = "Tesseract, which might read them better, is not installed:"  # and the pages
