namespace Passbook.Generator;

// Of barcodes and contactless readers.
public static partial class PassProblemCode
{
    /// <summary>A barcode says nothing. Error.</summary>
    public const string BarcodeMessageEmpty = "barcode-message-empty";

    /// <summary>A message the format cannot hold: letters, number of digits or check digit. Warning.</summary>
    public const string BarcodeMessageInvalid = "barcode-message-invalid";

    /// <summary>A message that the largest code of the format cannot hold. Warning.</summary>
    public const string BarcodeMessageTooLong = "barcode-message-too-long";

    /// <summary><c>messageEncoding</c> is no known character set. Warning.</summary>
    public const string BarcodeEncodingUnknown = "barcode-encoding-unknown";

    /// <summary>A letter of the message is not in its character set. Warning.</summary>
    public const string BarcodeNotEncodable = "barcode-not-encodable";

    /// <summary>Only formats of iOS 27: older phones show no barcode. Warning.</summary>
    public const string BarcodeOnlyIos27 = "barcode-only-ios-27";

    /// <summary>Only Code 128, which Apple Watch does not show. Warning.</summary>
    public const string BarcodeNotOnWatch = "barcode-not-on-watch";

    /// <summary>The message for contactless readers is empty or longer than 64 bytes. Error.</summary>
    public const string NfcMessageTooLong = "nfc-message-too-long";

    /// <summary>The key for contactless readers is no compressed P-256 key in Base64. Error.</summary>
    public const string NfcKeyInvalid = "nfc-key-invalid";
}
