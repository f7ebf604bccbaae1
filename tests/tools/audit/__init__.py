"""What outside judges say of the built pages: Lighthouse and the Nu HTML checker (``make audit``)."""
