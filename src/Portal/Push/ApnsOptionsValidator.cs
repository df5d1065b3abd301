using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Portal.Push;

/// <summary>Refuses to start with an address or a root that could only fail later.</summary>
public sealed class ApnsOptionsValidator : IValidateOptions<ApnsOptions>
{
    public ValidateOptionsResult Validate(string? name, ApnsOptions options)
    {
        string?[] problems = [Address(options.BaseAddress), Root(options.TrustedRootFile), Connections(options.Connections)];
        List<string> found = [.. problems.OfType<string>()];
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.PathAndQuery == "/"
            && address.UserInfo.Length == 0
            ? null
            : $"Apns:BaseAddress has to be an https address without a path, such as {ApnsOptions.Production}, but is '{text}'.";

    private static string? Root(string? file)
    {
        if (string.IsNullOrEmpty(file))
            return null;
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
            return null;
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"Apns:TrustedRootFile '{file}' cannot be read as a certificate: {problem.Message}";
        }
    }

    private static string? Connections(int count) =>
        count is >= 1 and <= 16 ? null : $"Apns:Connections has to be between 1 and 16, but is {count}.";
}
