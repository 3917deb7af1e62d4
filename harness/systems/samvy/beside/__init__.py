"""What happens in a vårdplanering beside its process: vårdkontakt, the offer of a SIP, the patient's information."""
