# Individual change and duration.
