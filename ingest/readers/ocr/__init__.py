"""Pictures of pages: turned upright, straightened, and read by tesseract where it is installed."""
