using Microsoft.Extensions.Options;

namespace Portal.Push;

/// <summary>Refuses to start with an address that could only fail later. The root is looked at by <see cref="Hosting.TrustedRoot"/>.</summary>
public sealed class ApnsOptionsValidator : IValidateOptions<ApnsOptions>
{
    public ValidateOptionsResult Validate(string? name, ApnsOptions options)
    {
        string?[] problems = [Address(options.BaseAddress), Connections(options.Connections)];
        List<string> found = [.. problems.OfType<string>()];
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.PathAndQuery == "/"
            && address.UserInfo.Length == 0
            ? null
            : $"Apns:BaseAddress has to be an https address without a path, such as {ApnsOptions.Production}, but is '{text}'.";

    private static string? Connections(int count) =>
        count is >= 1 and <= 16 ? null : $"Apns:Connections has to be between 1 and 16, but is {count}.";
}
