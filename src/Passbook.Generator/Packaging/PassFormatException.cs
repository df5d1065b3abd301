namespace Passbook.Generator;

/// <summary>What was to be opened is no archive at all, or larger than the reader's limits.</summary>
/// <param name="message">What is wrong, a sentence.</param>
/// <param name="inner">What was found first, if anything.</param>
public sealed class PassFormatException(string message, Exception? inner = null) : Exception(message, inner);
