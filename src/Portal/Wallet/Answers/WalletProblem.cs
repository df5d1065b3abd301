using System.Globalization;
using System.Text.Json;

namespace Portal.Wallet.Answers;

/// <summary>An error of the protocol: problem details (RFC 9457), the same bytes for the same problem.</summary>
public sealed class WalletProblem : IResult
{
    /// <summary>No such pass, or not its token: one answer, so that serial numbers cannot be probed.</summary>
    public static readonly WalletProblem Unauthorized = new(StatusCodes.Status401Unauthorized, "Unauthorized", "This pass does not open with this authorization.");

    public static readonly WalletProblem NotFound = new(StatusCodes.Status404NotFound, "Not Found", "The Wallet protocol has no such resource.");

    public static readonly WalletProblem DeviceTooLong = new(StatusCodes.Status400BadRequest, "Bad Request", "A device library identifier has at most 255 characters.");

    public static readonly WalletProblem NoPushToken = new(
        StatusCodes.Status400BadRequest, "Bad Request", "The body has to be an object with one pushToken, a text that is not empty; hexadecimal for Apple's push service.");

    public static readonly WalletProblem NoLogs = new(StatusCodes.Status400BadRequest, "Bad Request", "The body has to be an object with a list of texts named logs.");

    public static readonly WalletProblem BodyNotUtf8 = new(StatusCodes.Status400BadRequest, "Bad Request", "The body has to be UTF-8.");

    public static readonly WalletProblem BodyTooLarge = new(StatusCodes.Status413PayloadTooLarge, "Content Too Large", "The body is larger than this resource takes.");

    public static readonly WalletProblem CompressedBody = new(StatusCodes.Status415UnsupportedMediaType, "Unsupported Media Type", "The body must not be compressed.");

    public static readonly WalletProblem TooMany = new(StatusCodes.Status429TooManyRequests, "Too Many Requests", "This address has sent too much that was refused.") { RetryAfterSeconds = 60 };

    /// <summary>The pass type has no certificate to sign with; never an unsigned pass.</summary>
    public static readonly WalletProblem CannotBeSigned = new(
        StatusCodes.Status503ServiceUnavailable, "Service Unavailable", "This pass cannot be signed at the moment.") { RetryAfterSeconds = 300 };

    /// <summary>The database does not answer, or takes no write, just now.</summary>
    public static readonly WalletProblem Busy = new(
        StatusCodes.Status503ServiceUnavailable, "Service Unavailable", "The portal cannot do this at the moment.") { RetryAfterSeconds = 10 };

    public static readonly WalletProblem Failed = new(StatusCodes.Status500InternalServerError, "Internal Server Error", "Something went wrong in the portal.");

    private readonly byte[] _body;
    private readonly int _status;

    private WalletProblem(int status, string title, string detail)
    {
        _status = status;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteEndObject();
        }

        _body = buffer.ToArray();
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode => _status;

    private int? RetryAfterSeconds { get; init; }

    private string? Allow { get; init; }

    /// <summary>A resource that does not take this method.</summary>
    /// <param name="allow">The methods it takes.</param>
    public static WalletProblem WrongMethod(string allow) =>
        new(StatusCodes.Status405MethodNotAllowed, "Method Not Allowed", "This resource takes " + allow + ".") { Allow = allow };

    /// <summary>A body the server could not read.</summary>
    public static WalletProblem Refused(int status) => new(status, "Bad Request", "The body could not be read.");

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = _status;
        response.ContentType = "application/problem+json";
        response.ContentLength = _body.Length;
        response.Headers.CacheControl = "no-store";
        if (_status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "ApplePass";
        if (RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (Allow is not null)
            response.Headers.Allow = Allow;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(_body, httpContext.RequestAborted).AsTask();
    }
}
