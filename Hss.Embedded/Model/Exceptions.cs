namespace Hss.Embedded;

/// <summary>A grain's mailbox is full: the call was refused at once and nothing was done.</summary>
public sealed class LimitExceededException(string message) : Exception(message);

/// <summary>The host stops: the call was refused and nothing was done, or it was cut off at the end of the time to stop.</summary>
public sealed class SiloUnavailableException(string message) : Exception(message);
