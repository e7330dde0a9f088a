namespace Hss.Embedded;

/// <summary>A grain's mailbox is full: the call was refused at once and nothing was done.</summary>
public sealed class LimitExceededException(string message) : Exception(message);

/// <summary>A call did not get to an end for a reason of the host's: it may have been carried out or not.</summary>
public class OrleansMessageRejectionException(string message) : Exception(message);

/// <summary>The host stops: the call was refused, or it was cut off at the end of the time to stop.</summary>
public sealed class SiloUnavailableException(string message) : OrleansMessageRejectionException(message);
