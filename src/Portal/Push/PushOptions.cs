using Microsoft.Extensions.Options;

namespace Portal.Push;

/// <summary>How pushes are paced, section <c>Push</c>.</summary>
public sealed class PushOptions
{
    public const string Section = "Push";

    /// <summary>
    /// Pushes of bulk work a second: every one of them soon comes back as a list and a fetch. A single save is not held
    /// to it. 0 sends as fast as the push service answers.
    /// </summary>
    public int BulkPerSecond { get; set; } = 500;

    /// <summary>For how long the push of a save may wait before <c>/health/ready</c> says that the portal is degraded.</summary>
    public int LateAfterSeconds { get; set; } = 60;

    /// <summary>For how many days the log of pushes is kept.</summary>
    public int KeepLogDays { get; set; } = 30;
}

/// <summary>Names the key that is wrong.</summary>
public sealed class PushOptionsValidator : IValidateOptions<PushOptions>
{
    public ValidateOptionsResult Validate(string? name, PushOptions options)
    {
        if (options.BulkPerSecond is < 0 or > 100_000)
            return ValidateOptionsResult.Fail($"Push:BulkPerSecond has to be between 0 (no limit) and 100000, but is {options.BulkPerSecond}.");
        if (options.LateAfterSeconds is < 1 or > 86_400)
            return ValidateOptionsResult.Fail($"Push:LateAfterSeconds has to be between 1 and 86400, but is {options.LateAfterSeconds}.");
        return options.KeepLogDays is >= 1 and <= 3650
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Push:KeepLogDays has to be between 1 and 3650, but is {options.KeepLogDays}.");
    }
}
